using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>An actor's end as a task.</summary>
public static class WatchAsyncSupport
{
    /// <summary>Completes with true when <paramref name="target"/> has stopped; false where the token was cancelled before.</summary>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        if (target is not IInternalActorRef watched || Futures.SystemOf(target) is not { } system)
            throw new InvalidOperationException($"{target} is no actor of this process: it cannot be watched from outside of one.");
        var result = new TaskCompletionSource<Terminated>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watcher = new FutureActorRef<Terminated>(system, result);
        using var registration = token.Register(static state => ((TaskCompletionSource<Terminated>)state!).TrySetCanceled(), result);
        watched.SendSystemMessage(new Watch(watched, watcher));
        try
        {
            await result.Task.ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            watched.SendSystemMessage(new Unwatch(watched, watcher));
            return false;
        }
    }
}
