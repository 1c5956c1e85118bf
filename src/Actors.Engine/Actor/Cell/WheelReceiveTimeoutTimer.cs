namespace Akka.Actor;

/// <summary>
/// Stays in the wheel as long as it lives. Arm and disarm only store a due time; when the entry's slot comes round it looks at that,
/// and moves on to the slot where it may be due.
/// </summary>
internal sealed class WheelReceiveTimeoutTimer : ReceiveTimeoutTimer
{
    private const long Never = long.MaxValue;

    private readonly HashedWheelTimerScheduler _wheel;
    private readonly LocalActorRef _self;
    private Entry? _entry;
    private long _timeoutTicks;
    private long _dueTicks = Never;

    internal WheelReceiveTimeoutTimer(HashedWheelTimerScheduler wheel, LocalActorRef self, TimeSpan timeout)
    {
        _wheel = wheel;
        _self = self;
        _timeoutTicks = timeout.Ticks;
    }

    internal override TimeSpan Timeout => TimeSpan.FromTicks(_timeoutTicks);

    internal override bool TryChange(TimeSpan timeout)
    {
        // A shorter time may be due before the slot in which the entry sits.
        if (timeout.Ticks < _timeoutTicks) return false;
        Volatile.Write(ref _timeoutTicks, timeout.Ticks);
        return true;
    }

    internal override void Arm()
    {
        var due = _wheel.ClockTicks + _timeoutTicks;
        Volatile.Write(ref _dueTicks, due);
        if (_entry is not null) return;
        _entry = new Entry(this);
        _wheel.Add(_entry, due);
    }

    internal override void Disarm() => Volatile.Write(ref _dueTicks, Never);

    internal override void Cancel()
    {
        Disarm();
        _entry?.Leave();
    }

    private long OnDue(long nowTicks)
    {
        var due = Volatile.Read(ref _dueTicks);
        if (due == Never) return nowTicks + Volatile.Read(ref _timeoutTicks);
        if (due > nowTicks) return due;
        // Lost where a message was taken in hand meanwhile: then it is not due any more.
        if (Interlocked.CompareExchange(ref _dueTicks, Never, due) == due) _self.Tell(Actor.ReceiveTimeout.Instance, _self);
        return nowTicks + Volatile.Read(ref _timeoutTicks);
    }

    /// <summary>What the wheel holds; lets go of the actor at once when cancelled, whenever its slot comes round.</summary>
    private sealed class Entry(WheelReceiveTimeoutTimer timer) : WheelEntry
    {
        private WheelReceiveTimeoutTimer? _timer = timer;

        internal void Leave() => _timer = null;

        internal override long OnDue(long nowTicks) => _timer?.OnDue(nowTicks) ?? -1;
    }
}
