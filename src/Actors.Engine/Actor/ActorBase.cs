using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The root of all actors. The hooks, in order: constructor, PreStart; at a failure PreRestart on the old instance, constructor and
/// PostRestart (by default PreStart) on the new one; at the end PostStop.
/// </summary>
public abstract class ActorBase : IInternalActor
{
    // Stands for Receive(object), so that an actor needs no delegate of its own while it is what it was born as.
    private static readonly Receive First = static message => ActorCell.Current!.Actor!.Receive(message);

    private ActorCell? _cell;

    /// <summary>Called by the engine only. Throws <see cref="ActorInitializationException"/> where it is not.</summary>
    protected ActorBase()
    {
        _cell = ActorCell.Current is { IsCreating: true } cell
            ? cell
            : throw new ActorInitializationException(
                "Do not create actors using 'new', always create them using an ActorContext/System");
        // Here, so that a constructor may start timers.
        if (this is not IWithTimers timed) return;
        timed.Timers = new TimerScheduler(_cell);
        _cell.Adopt(this);
    }

    /// <summary>The context of the actor whose handler runs on this thread. Throws <see cref="NotSupportedException"/> outside of one.</summary>
    protected static IActorContext Context =>
        ActorCell.Current ?? throw new NotSupportedException(
            "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    IActorContext IInternalActor.ActorContext => Cell;

    /// <summary>The actor's own ref; may be used from any thread.</summary>
    protected IActorRef Self => Cell.Self;

    /// <summary>Who sent the message in hand.</summary>
    protected IActorRef Sender => Cell.Sender;

    /// <summary>A behaviour that handles nothing.</summary>
    protected Receive EmptyReceive => static _ => false;

    /// <summary>The cell, which stays readable after the actor has stopped: its ref does not change.</summary>
    internal ActorCell Cell => _cell!;

    /// <summary>Handles a message in the current behaviour, and passes it to <see cref="Unhandled"/> where that does not.</summary>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        if (ReferenceEquals(receive, First) ? Receive(message) : receive(message)) return true;
        Unhandled(message);
        return false;
    }

    /// <summary>The first behaviour.</summary>
    protected abstract bool Receive(object message);

    /// <summary>
    /// What happens to a message that no behaviour handled: <see cref="Terminated"/> throws <see cref="DeathPactException"/>, others
    /// are published as <see cref="UnhandledMessage"/>.
    /// </summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        Cell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Replaces the current behaviour.</summary>
    protected void Become(Receive receive) => Cell.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    protected void BecomeStacked(Receive receive) => Cell.BecomeStacked(receive);

    /// <summary>Returns to the behaviour below.</summary>
    protected void UnbecomeStacked() => Cell.UnbecomeStacked();

    /// <summary>As <see cref="IActorContext.SetReceiveTimeout"/>.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => Cell.SetReceiveTimeout(timeout);

    /// <summary>How this actor's children are supervised; the system's default is restart, one for one.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>Called before the first message.</summary>
    protected virtual void PreStart() { }

    /// <summary>Called on the failed instance: by default watches are dropped, children stopped, and <see cref="PostStop"/> called.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Cell.GetChildren())
        {
            Cell.Unwatch(child);
            Cell.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the fresh instance: by default <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Called when the actor has stopped and its children are gone.</summary>
    protected virtual void PostStop() { }

    /// <summary>Calls <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Calls <see cref="PreRestart"/>.</summary>
    public virtual void AroundPreRestart(Exception cause, object message)
    {
        CancelTimers();
        PreRestart(cause, message);
    }

    /// <summary>Calls <see cref="PostRestart"/>.</summary>
    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    /// <summary>Calls <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop()
    {
        CancelTimers();
        PostStop();
    }

    internal SupervisorStrategy OwnSupervisorStrategy() => SupervisorStrategy();

    /// <summary>Handles a message in a behaviour; null is the first one.</summary>
    internal bool Handle(Receive? behavior, object message) => AroundReceive(behavior ?? First, message);

    // Before the hooks, which find no timer running.
    private void CancelTimers()
    {
        if (this is IWithTimers { Timers: { } timers }) timers.CancelAll();
    }
}
