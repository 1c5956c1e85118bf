namespace Akka.Actor;

/// <summary>One actor's receive timeout. Armed and disarmed by the actor's turn, comes due on the scheduler's thread.</summary>
internal abstract class ReceiveTimeoutTimer
{
    internal abstract TimeSpan Timeout { get; }

    /// <summary>A timer that costs a store per message on the engine's own scheduler, and a scheduler call on any other.</summary>
    internal static ReceiveTimeoutTimer Create(IScheduler scheduler, LocalActorRef self, TimeSpan timeout) =>
        scheduler is HashedWheelTimerScheduler wheel
            ? new WheelReceiveTimeoutTimer(wheel, self, timeout)
            : new ScheduledReceiveTimeoutTimer(scheduler, self, timeout);

    /// <summary>Takes another time, where that needs no new timer.</summary>
    internal abstract bool TryChange(TimeSpan timeout);

    /// <summary>The wait begins now.</summary>
    internal abstract void Arm();

    /// <summary>No wait until <see cref="Arm"/>.</summary>
    internal abstract void Disarm();

    /// <summary>Ends the timer.</summary>
    internal abstract void Cancel();
}
