using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The default scheduler: one thread and a hashed wheel of <c>akka.scheduler.ticks-per-wheel</c> slots of
/// <c>akka.scheduler.tick-duration</c> each. Nothing is ever early, and late by up to one tick; what is due in the same tick happens in
/// the order in which it was scheduled. Adding takes no lock and allocates no more than the entry. The thread sleeps until the next
/// slot that has anything in it. <see cref="ITimeProvider.Now"/> is the start's UTC time plus a monotonic clock, so that a wall clock
/// that is set does not make anybody silent, or young.
/// </summary>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    // While the thread is awake nobody needs to wake it.
    private const long Awake = long.MinValue;

    private readonly DateTimeOffset _startedAt = TimeProvider.System.GetUtcNow();
    private readonly WheelClock _clock = new();
    private readonly WheelArrivals _arrivals = new();
    private readonly TimerWheel _wheel;
    private readonly AutoResetEvent _wake = new(false);
    private readonly TimeSpan _shutdownTimeout;
    private readonly Thread _thread;
    private long _sleepsUntil = Awake;
    private volatile bool _stopped;

    /// <summary>A scheduler, its thread started. The configuration is a system's whole one, or its section <c>akka.scheduler</c>.</summary>
    /// <exception cref="ConfigurationException">The tick is shorter than 1 ms, or the wheel has no slot or more than 2^20.</exception>
    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        var section = scheduler.GetConfig("akka.scheduler") ?? scheduler;
        var tick = section.GetTimeSpan("tick-duration", TimeSpan.FromMilliseconds(10));
        var slots = section.GetInt("ticks-per-wheel", 512);
        if (tick < TimeSpan.FromMilliseconds(1))
            throw new ConfigurationException($"akka.scheduler.tick-duration must be at least 1ms. It was {tick}");
        if (slots is < 1 or > 1 << 20)
            throw new ConfigurationException($"akka.scheduler.ticks-per-wheel must be within 1 and {1 << 20}. It was {slots}");
        _shutdownTimeout = section.GetTimeSpan("shutdown-timeout", TimeSpan.FromSeconds(5));
        _wheel = new TimerWheel(slots, tick.Ticks, LogFailure);
        _thread = new Thread(Loop) { IsBackground = true, Name = "akka-scheduler" };
        // Unsafe: what flows with the thread that makes the system must not flow on into all that is ever scheduled.
        _thread.UnsafeStart();
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => TimeSpan.FromTicks(_clock.ExactTicks);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => TimeSpan.FromTicks(_clock.ExactTicks);

    /// <summary>
    /// The wheel's clock, in ticks of 100 ns since its start; cheap to read. Never behind the exact clock, and ahead of it by
    /// 32 ms at most, so that a deadline which is made of it is never early.
    /// </summary>
    internal long ClockTicks => _clock.CheapTicks;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => _startedAt.AddTicks(_clock.ExactTicks);

    /// <summary>Stops the thread; what is still scheduled never happens, and nothing more can be scheduled.</summary>
    public void Dispose()
    {
        if (_stopped) return;
        _stopped = true;
        _wake.Set();
        if (Thread.CurrentThread == _thread) return;
        if (!_thread.Join(_shutdownTimeout)) Log.Warning("Failed to shutdown scheduler within {0}", _shutdownTimeout);
    }

    /// <summary>
    /// Puts an entry into the wheel, from any thread, to be called no earlier than <paramref name="dueTicks"/> of <see cref="ClockTicks"/>.
    /// The entry must not be in the wheel already. Once the scheduler is stopped it does nothing.
    /// </summary>
    internal void Add(WheelEntry entry, long dueTicks)
    {
        _arrivals.Push(entry, dueTicks);
        // The push is a full fence: either this sees when the thread sleeps until, or the thread sees the entry before it sleeps.
        if (dueTicks < Volatile.Read(ref _sleepsUntil)) _wake.Set();
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
        => Schedule(delay, new ScheduledTell(receiver, message, sender, ScheduledEntry.Once, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
        => Schedule(initialDelay, new ScheduledTell(receiver, message, sender, interval.Ticks, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable)
        => Schedule(delay, new ScheduledAction(action, ScheduledEntry.Once, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable)
        => Schedule(delay, new ScheduledRunnable(action, ScheduledEntry.Once, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
        => Schedule(initialDelay, new ScheduledAction(action, interval.Ticks, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
        => Schedule(initialDelay, new ScheduledRunnable(action, interval.Ticks, cancelable));

    private void Schedule(TimeSpan delay, ScheduledEntry entry)
    {
        if (_stopped) throw new SchedulerException("cannot enqueue after timer shutdown");
        if (entry.IsCancelled) return;
        Add(entry, WheelEntry.After(_clock.ExactTicks, delay.Ticks));
    }

    private void Loop()
    {
        while (!_stopped)
        {
            _clock.Calibrate();
            _arrivals.MoveTo(_wheel);
            _wheel.Advance(_clock.ExactTicks);
            Sleep(_wheel.NextVisitTicks());
        }
    }

    private void Sleep(long until)
    {
        Volatile.Write(ref _sleepsUntil, until);
        Interlocked.MemoryBarrier();
        if (!_stopped && !_arrivals.HasDueBefore(until))
        {
            var ms = until == long.MaxValue ? Timeout.Infinite : Milliseconds(until - _clock.ExactTicks);
            if (ms != 0) _wake.WaitOne(ms);
        }
        Volatile.Write(ref _sleepsUntil, Awake);
    }

    // Rounded up, for the thread would otherwise wake just before its time and find nothing.
    private static int Milliseconds(long ticks)
        => (int)Math.Clamp((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 0, int.MaxValue);

    private void LogFailure(WheelEntry entry, Exception cause)
    {
        try
        {
            Log.Error(cause, "Error while executing scheduled task {0}", entry);
        }
        catch (Exception)
        {
            // A logger that fails must not end the thread on which every timer of the system depends.
        }
    }
}
