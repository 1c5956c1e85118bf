namespace Akka.Actor;

/// <summary>
/// Stays in the wheel as long as it lives. Arm and disarm only store a due time; when the entry's slot comes round it looks at that,
/// and moves on to the slot where it may be due.
/// </summary>
internal sealed class WheelReceiveTimeoutTimer : WheelEntry, IReceiveTimeoutTimer
{
    private const long Never = long.MaxValue;

    private readonly HashedWheelTimerScheduler _wheel;
    // Let go of when the timer ends, whenever its slot comes round.
    private LocalActorRef? _self;
    private long _timeoutTicks;
    private long _armedUntilTicks = Never;

    private WheelReceiveTimeoutTimer(HashedWheelTimerScheduler wheel, LocalActorRef self, TimeSpan timeout)
    {
        _wheel = wheel;
        _self = self;
        _timeoutTicks = timeout.Ticks;
    }

    public TimeSpan Timeout => TimeSpan.FromTicks(_timeoutTicks);

    internal override bool IsCancelled => Volatile.Read(ref _self) is null;

    /// <summary>A timer that is in the wheel, and not armed yet.</summary>
    internal static WheelReceiveTimeoutTimer Begin(HashedWheelTimerScheduler wheel, LocalActorRef self, TimeSpan timeout)
    {
        var timer = new WheelReceiveTimeoutTimer(wheel, self, timeout);
        wheel.Add(timer, After(wheel.ClockTicks, timeout.Ticks));
        return timer;
    }

    public bool TryChange(TimeSpan timeout)
    {
        // A shorter time may be due before the slot in which the entry sits.
        if (timeout.Ticks < _timeoutTicks) return false;
        Volatile.Write(ref _timeoutTicks, timeout.Ticks);
        return true;
    }

    public void Arm() => Volatile.Write(ref _armedUntilTicks, After(_wheel.ClockTicks, _timeoutTicks));

    public void Disarm() => Volatile.Write(ref _armedUntilTicks, Never);

    public void Cancel()
    {
        Disarm();
        Volatile.Write(ref _self, null);
    }

    internal override long OnDue(long nowTicks)
    {
        if (Volatile.Read(ref _self) is not { } self) return Out;
        var due = Volatile.Read(ref _armedUntilTicks);
        if (due != Never && due > nowTicks) return due;
        // Lost where a message was taken in hand meanwhile: then it is not due any more.
        if (due != Never && Interlocked.CompareExchange(ref _armedUntilTicks, Never, due) == due) self.Tell(ReceiveTimeout.Instance, self);
        return After(nowTicks, Volatile.Read(ref _timeoutTicks));
    }
}
