using Actors.Engine.Simulation;

namespace Akka.Actor;

/// <summary>Ask: a message whose answer completes a task. No thread waits.</summary>
public static class Futures
{
    /// <summary>Asks, and waits at most <paramref name="timeout"/> (default: akka.actor.ask-timeout). The task fails with <see cref="AskTimeoutException"/>.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks until the token is cancelled.</summary>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks, with both limits.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks for an answer of type <typeparamref name="T"/>; the task fails with <see cref="ArgumentException"/> for one of another type.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <summary>Asks for an answer of type <typeparamref name="T"/> until the token is cancelled.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>Asks for an answer of type <typeparamref name="T"/>, with both limits.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <summary>Asks with a message that carries the ref to answer to.</summary>
    public static async Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var system = SystemOf(self) ?? throw new ArgumentException(
            "Unable to resolve the target Provider: an actor's ref or a selection can be asked.", nameof(self));
        // In a simulation what follows an answer belongs to the turn that gave it: no other thread may come into play.
        var simulated = system.Scheduler is SimulationScheduler;
        var result = new TaskCompletionSource<T>(simulated ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        var time = timeout ?? system.Settings.AskTimeout;
        using var registration = cancellationToken.Register(
            static state => ((TaskCompletionSource<T>)state!).TrySetCanceled(), result, useSynchronizationContext: false);
        using var timer = time > TimeSpan.Zero && time != Timeout.InfiniteTimeSpan
            ? After(time, () => result.TrySetException(new AskTimeoutException($"Timeout after {time} seconds")), simulated ? system.Scheduler : null)
            : null;
        var future = new FutureActorRef<T>(system, result);
        future.Register();
        try
        {
            self.Tell(messageFactory(future), future);
            return await result.Task.ConfigureAwait(false);
        }
        finally
        {
            future.Unregister();
        }
    }

    private static IDisposable After(TimeSpan time, Action action, IScheduler? simulated) => simulated is null
        ? new Timer(static state => ((Action)state!)(), action, time, Timeout.InfiniteTimeSpan)
        : new SimulatedTimer(simulated, time, action);

    internal static ActorSystemImpl? SystemOf(ICanTell target) => target switch
    {
        LocalActorRef local => local.System,
        ActorSelection selection => SystemOf(selection.Anchor),
        ISystemBound bound => bound.System,
        _ => ActorCell.Current?.SystemImpl,
    };
}
