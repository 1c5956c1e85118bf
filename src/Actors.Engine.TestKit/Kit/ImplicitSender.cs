using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Makes an actor the sender of what the current thread tells, and of what an async test tells after each of its awaits: a synchronisation
/// context under which continuations run on the pool, with that actor as the current one.
/// </summary>
internal sealed class ImplicitSender(ActorCell cell) : SynchronizationContext
{
    /// <summary>Installs it for the current thread, and whatever async method starts there.</summary>
    public static void Use(ActorCell cell)
    {
        ActorCell.Current = cell;
        SetSynchronizationContext(new ImplicitSender(cell));
    }

    /// <summary>Takes it away from the current thread, where it is still there.</summary>
    public static void Forget()
    {
        ActorCell.Current = null;
        if (SynchronizationContext.Current is ImplicitSender) SetSynchronizationContext(null);
    }

    public override SynchronizationContext CreateCopy() => new ImplicitSender(cell);

    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static work => work.Context.Run(work.Callback, work.State), (Context: this, Callback: d, State: state), preferLocal: true);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var (previousCell, previousContext) = (ActorCell.Current, SynchronizationContext.Current);
        ActorCell.Current = cell;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            ActorCell.Current = previousCell;
            SetSynchronizationContext(previousContext);
        }
    }
}
