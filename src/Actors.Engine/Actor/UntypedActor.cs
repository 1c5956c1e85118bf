using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with one handler for everything.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The context of the actor whose handler runs on this thread.</summary>
    protected static new IUntypedActorContext Context => (IUntypedActorContext)ActorBase.Context;

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Handles a message; what it does not know it passes to <see cref="ActorBase.Unhandled"/>.</summary>
    protected abstract void OnReceive(object message);

    /// <summary>Replaces the current behaviour.</summary>
    protected void Become(UntypedReceive receive) => Context.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);

    /// <summary>Runs a task as part of the message in hand: further messages wait until it is done, and its failure is the actor's.</summary>
    protected void RunTask(Action action) => ActorTaskScheduler.RunTask(action);

    /// <summary>Runs a task as part of the message in hand: further messages wait until it is done, and its failure is the actor's.</summary>
    protected void RunTask(Func<Task> action) => ActorTaskScheduler.RunTask(action);
}
