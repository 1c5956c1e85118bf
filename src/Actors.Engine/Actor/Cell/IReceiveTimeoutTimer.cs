namespace Akka.Actor;

/// <summary>One actor's receive timeout. Armed and disarmed by the actor's turn, comes due on the scheduler's thread.</summary>
internal interface IReceiveTimeoutTimer
{
    TimeSpan Timeout { get; }

    /// <summary>A timer that costs a store per message on the engine's own scheduler, and a scheduler call on any other.</summary>
    static IReceiveTimeoutTimer Create(IScheduler scheduler, LocalActorRef self, TimeSpan timeout) =>
        scheduler is HashedWheelTimerScheduler wheel
            ? WheelReceiveTimeoutTimer.Begin(wheel, self, timeout)
            : new ScheduledReceiveTimeoutTimer(scheduler, self, timeout);

    /// <summary>Takes another time, where that needs no new timer.</summary>
    bool TryChange(TimeSpan timeout);

    /// <summary>The wait begins now.</summary>
    void Arm();

    /// <summary>No wait until <see cref="Arm"/>.</summary>
    void Disarm();

    /// <summary>Ends the timer.</summary>
    void Cancel();
}
