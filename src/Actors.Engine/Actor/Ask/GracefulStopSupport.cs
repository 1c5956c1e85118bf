namespace Akka.Actor;

/// <summary>Stops an actor and waits for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends <see cref="PoisonPill"/>; true when the actor has stopped, false where it has not in time.</summary>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Sends <paramref name="stopMessage"/>; true when the actor has stopped, false where it has not in time.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        if (target is IInternalActorRef { IsTerminated: true }) return true;
        using var overtime = new CancellationTokenSource(timeout);
        // Watched before it is told: the other way round it may be gone by then.
        var stopped = target.WatchAsync(overtime.Token);
        target.Tell(stopMessage, ActorRefs.NoSender);
        return await stopped.ConfigureAwait(false);
    }
}
