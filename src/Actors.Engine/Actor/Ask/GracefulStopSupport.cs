using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Stops an actor and waits for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends <see cref="PoisonPill"/>; true when the actor has stopped. Fails with <see cref="TaskCanceledException"/> at the timeout.</summary>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Sends <paramref name="stopMessage"/>; true when the actor has stopped. Fails with <see cref="TaskCanceledException"/> at the timeout.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var watched = (IInternalActorRef)target;
        if (watched.IsTerminated) return true;
        var system = Futures.SystemOf(target) ?? throw new ArgumentException("Only an actor of this process can be stopped.", nameof(target));
        var result = new TaskCompletionSource<Terminated>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watcher = new FutureActorRef<Terminated>(system, result);
        using var timer = new Timer(static state => ((TaskCompletionSource<Terminated>)state!).TrySetCanceled(), result, timeout, Timeout.InfiniteTimeSpan);
        watched.SendSystemMessage(new Watch(watched, watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            await result.Task.ConfigureAwait(false);
            return true;
        }
        finally
        {
            watched.SendSystemMessage(new Unwatch(watched, watcher));
        }
    }
}
