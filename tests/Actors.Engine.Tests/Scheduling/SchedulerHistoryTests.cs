using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Actors.Engine.Tests.Scheduling;

/// <summary>
/// Several threads schedule and cancel at random, while the wheel turns and at last is disposed. Each thing that was scheduled must have
/// gone through it as if all had happened at one moment each, in one order: scheduled, then run at its time or later, or cancelled, or too late
/// because the scheduler was gone.
/// </summary>
public sealed class SchedulerHistoryTests
{
    private const int Threads = 3;
    private const int OperationsEach = 4_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    private readonly HashedWheelTimerScheduler _scheduler = new(ConfigurationFactory.Default(), NoLogger.Instance);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_history_is_one_that_a_single_thread_could_have_made(int seed)
    {
        var threads = Enumerable.Range(0, Threads).Select(i => new Operator(_scheduler, new Random(seed * 100 + i))).ToArray();
        Array.ForEach(threads, thread => thread.Start(OperationsEach));
        Array.ForEach(threads, thread => thread.Join());
        var entries = threads.SelectMany(thread => thread.Entries).ToArray();
        Assert.True(SpinWait.SpinUntil(() => entries.All(e => e.Runs > 0 || e.CancelBegan is not null || e.Delay == Never), Patience), "what is due runs");

        // The end comes while others still schedule.
        var late = new Operator(_scheduler, new Random(seed));
        late.Start(OperationsEach, untilRefused: true);
        var disposeBegan = _scheduler.HighResMonotonicClock;
        _scheduler.Dispose();
        var disposeEnded = _scheduler.HighResMonotonicClock;
        late.Join();

        Assert.All(entries.Concat(late.Entries), entry => Assert.Null(entry.Fault(disposeBegan, disposeEnded)));
        Assert.Contains(entries, e => e.Runs > 0);
        Assert.Contains(entries, e => e.CancelBegan is not null && e.Runs == 0);
        Assert.Contains(late.Entries, e => e.Refused);
    }

    private sealed class Operator(HashedWheelTimerScheduler scheduler, Random random)
    {
        private Thread? _thread;

        internal List<Entry> Entries { get; } = [];

        internal void Start(int operations, bool untilRefused = false)
        {
            _thread = new Thread(() =>
            {
                for (var i = 0; i < operations || untilRefused; i++)
                {
                    var entry = new Entry(scheduler, random.Next(4) == 0 ? Never : TimeSpan.FromMilliseconds(random.Next(120)));
                    Entries.Add(entry);
                    if (!entry.TrySchedule()) return;
                    // A recent one, which may be running.
                    if (random.Next(3) == 0) Entries[Math.Max(0, Entries.Count - 1 - random.Next(200))].Cancel();
                }
            });
            _thread.Start();
        }

        internal void Join() => _thread!.Join();
    }

    private sealed class Entry(HashedWheelTimerScheduler scheduler, TimeSpan delay)
    {
        private readonly Cancelable _cancelable = new((IActionScheduler)scheduler);
        private TimeSpan _scheduleBegan;
        private TimeSpan _scheduleEnded;
        private TimeSpan _cancelEnded = TimeSpan.MaxValue;
        private TimeSpan _ran;
        private int _runs;

        internal TimeSpan Delay => delay;

        internal TimeSpan? CancelBegan { get; private set; }

        internal bool Refused { get; private set; }

        internal int Runs => Volatile.Read(ref _runs);

        internal bool TrySchedule()
        {
            _scheduleBegan = scheduler.HighResMonotonicClock;
            try
            {
                ((IActionScheduler)scheduler).ScheduleOnce(delay, Run, _cancelable);
            }
            catch (SchedulerException)
            {
                Refused = true;
            }

            _scheduleEnded = scheduler.HighResMonotonicClock;
            return !Refused;
        }

        internal void Cancel()
        {
            if (CancelBegan is not null) return;
            CancelBegan = scheduler.HighResMonotonicClock;
            _cancelable.Cancel();
            _cancelEnded = scheduler.HighResMonotonicClock;
        }

        /// <summary>Why no order of single moments explains what happened; null where one does.</summary>
        internal string? Fault(TimeSpan disposeBegan, TimeSpan disposeEnded)
        {
            var due = _scheduleBegan + delay;
            if (Refused && (Runs > 0 || _scheduleEnded < disposeBegan)) return "refused, and ran or was in time";
            if (Runs > 1) return $"ran {Runs} times";
            if (Runs == 0) return null;
            if (_ran < due) return $"ran at {_ran}, was due at {due}";
            if (_cancelEnded < due) return $"ran, but was cancelled at {_cancelEnded} and due at {due}";
            return _ran > disposeEnded ? $"ran at {_ran}, after the scheduler's end at {disposeEnded}" : null;
        }
        private void Run()
        {
            _ran = scheduler.HighResMonotonicClock;
            Interlocked.Increment(ref _runs);
        }
    }
}
