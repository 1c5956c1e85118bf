namespace Akka.Actor;

/// <summary>A receive timeout on any scheduler: one delayed message per wait.</summary>
internal sealed class ScheduledReceiveTimeoutTimer(IScheduler scheduler, LocalActorRef self, TimeSpan timeout) : IReceiveTimeoutTimer
{
    private Cancelable? _pending;

    public TimeSpan Timeout => timeout;

    public bool TryChange(TimeSpan time) => false;

    public void Arm()
    {
        _pending?.Cancel();
        _pending = new Cancelable(scheduler);
        scheduler.ScheduleTellOnce(timeout, self, Actor.ReceiveTimeout.Instance, self, _pending);
    }

    public void Disarm()
    {
        _pending?.Cancel();
        _pending = null;
    }

    public void Cancel() => Disarm();
}
