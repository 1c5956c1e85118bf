namespace Akka.Actor;

/// <summary>A receive timeout on any scheduler: one delayed message per wait.</summary>
internal sealed class ScheduledReceiveTimeoutTimer(IScheduler scheduler, LocalActorRef self, TimeSpan timeout) : ReceiveTimeoutTimer
{
    private Cancelable? _pending;

    internal override TimeSpan Timeout => timeout;

    internal override bool TryChange(TimeSpan time) => false;

    internal override void Arm()
    {
        _pending?.Cancel();
        _pending = new Cancelable(scheduler);
        scheduler.ScheduleTellOnce(timeout, self, Actor.ReceiveTimeout.Instance, self, _pending);
    }

    internal override void Disarm()
    {
        _pending?.Cancel();
        _pending = null;
    }

    internal override void Cancel() => Disarm();
}
