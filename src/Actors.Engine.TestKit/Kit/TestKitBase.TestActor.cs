using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Lets a pilot see each message before it is queued.</summary>
    public void SetAutoPilot(AutoPilot pilot) => Command(new TestKit.TestActor.SetAutoPilot(pilot));

    /// <summary>Drops each message from now on of which the function says so.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        Command(new TestKit.TestActor.SetIgnore(message => shouldIgnoreMessage(message)));

    /// <summary>Drops each message of the type from now on.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>Drops each message of the type from now on of which the function says so.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>Drops no message any longer.</summary>
    public void IgnoreNoMessages() => Command(new TestKit.TestActor.SetIgnore(null));

    /// <summary>Makes the test actor watch an actor: its <see cref="Terminated"/> can then be expected.</summary>
    /// <returns>The watched one.</returns>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        Command(new TestKit.TestActor.Watch(actorToWatch));
        return actorToWatch;
    }

    /// <inheritdoc cref="Watch" />
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => Task.FromResult(Watch(actorToWatch));

    /// <summary>Makes the test actor watch an actor no longer.</summary>
    /// <returns>The actor.</returns>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        Command(new TestKit.TestActor.Unwatch(actorToUnwatch));
        return actorToUnwatch;
    }

    /// <inheritdoc cref="Unwatch" />
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => Task.FromResult(Unwatch(actorToUnwatch));

    // The test actor runs on the thread that tells it something, so a command is done when this returns.
    private void Command(object command) => _testActor.Tell(command, ActorRefs.NoSender);
}
