using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time stands still until the test advances it; then what is due happens on the test's thread, in the order of its time, and
/// what has the same time in the order in which it was scheduled. Configured by <c>TestConfigs.TestSchedulerConfig</c>. As in Akka.NET, time is at
/// its new value when the first of it happens; what repeats happens once in an advance, however far that goes, and is due again an interval after
/// it; and what is scheduled meanwhile waits for the next advance.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler, IRunnableScheduler
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<ScheduledWork, (DateTimeOffset Due, long Number)> _work = new();
    private DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private long _scheduled;

    /// <summary>Called for a system whose configured scheduler this is. Time begins at that of the machine.</summary>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_lock) return _now;
        }
    }

    /// <summary>Real time: it is not the test's to advance.</summary>
    public TimeSpan MonotonicClock => Deadline.Now;

    /// <summary>Real time: it is not the test's to advance.</summary>
    public TimeSpan HighResMonotonicClock => Deadline.Now;

    /// <inheritdoc />
    public IAdvancedScheduler Advanced => this;

    /// <summary>The virtual time, for subclasses.</summary>
    protected DateTimeOffset TimeNow => Now;

    /// <summary>Lets the time pass, and what becomes due happen before this returns (up to the telling: actors on other threads go on by themselves).</summary>
    public void Advance(TimeSpan offset)
    {
        foreach (var work in TakeDue(offset))
        {
            if (work.IsCanceled) continue;
            work.Run();
            if (work.Interval is { } interval && !work.IsCanceled) Schedule(interval, work);
        }
    }

    /// <summary>Advances to a point in virtual time.</summary>
    /// <exception cref="InvalidOperationException">It is in the past.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        var now = Now;
        if (when < now) throw new InvalidOperationException("You can't reverse time...");
        Advance(when - now);
    }

    /// <inheritdoc />
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    /// <inheritdoc />
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    /// <inheritdoc />
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, Action action) => Schedule(delay, null, action, null);

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => Schedule(delay, null, action, cancelable);

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => Schedule(delay, null, action.Run, null);

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) => Schedule(delay, null, action.Run, cancelable);

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) => Schedule(initialDelay, interval, action, null);

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        Schedule(initialDelay, interval, action.Run, null);

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan? interval, Action run, ICancelable? cancelable) =>
        Schedule(delay, new ScheduledWork(run, interval, cancelable));

    private void Schedule(TimeSpan delay, ScheduledWork work)
    {
        lock (_lock)
        {
            // What is beyond the end of time is due there.
            var due = delay < DateTimeOffset.MaxValue - _now ? _now + delay : DateTimeOffset.MaxValue;
            _work.Enqueue(work, (due, _scheduled++));
        }
    }

    private List<ScheduledWork> TakeDue(TimeSpan offset)
    {
        var due = new List<ScheduledWork>();
        lock (_lock)
        {
            _now += offset;
            while (_work.TryPeek(out var next, out var at) && at.Due <= _now)
            {
                due.Add(next);
                _work.Dequeue();
            }
        }

        return due;
    }

    private sealed record ScheduledWork(Action Run, TimeSpan? Interval, ICancelable? Cancelable)
    {
        public bool IsCanceled => Cancelable is { IsCancellationRequested: true };
    }
}
