using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Actors.Engine.Tests.Scheduling;

/// <summary>The wheel on its thread, through the entrance that the cells use.</summary>
public sealed class HashedWheelTimerSchedulerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HashedWheelTimerScheduler _scheduler = new(ConfigurationFactory.Default(), NoLogger.Instance);

    public void Dispose() => _scheduler.Dispose();

    [Fact]
    public async Task An_entry_is_called_on_the_wheels_thread_no_earlier_than_its_time()
    {
        var due = _scheduler.ClockTicks + TimeSpan.FromMilliseconds(30).Ticks;
        var called = new TaskCompletionSource<(long Now, string? Thread)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _scheduler.Add(new Entry(now =>
        {
            called.SetResult((now, Thread.CurrentThread.Name));
            return WheelEntry.Out;
        }), due);
        var (at, thread) = await called.Task.WaitAsync(Patience);
        Assert.True(at >= due, $"called at {at}, due at {due}");
        Assert.Equal("akka-scheduler", thread);
    }

    [Fact]
    public async Task An_entry_may_move_its_own_time_and_be_added_again_once_it_is_out()
    {
        var times = 0;
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var entry = new Entry(now =>
        {
            times++;
            if (times is not (3 or 6)) return now + TimeSpan.FromMilliseconds(5).Ticks;
            left.SetResult();
            return WheelEntry.Out;
        });
        _scheduler.Add(entry, 0);
        await left.Task.WaitAsync(Patience);
        Assert.Equal(3, times);

        left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Out means: after OnDue returned. The entry that follows it in the same slot is called after that.
        var after = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _scheduler.Add(new Entry(_ =>
        {
            after.SetResult();
            return WheelEntry.Out;
        }), 0);
        await after.Task.WaitAsync(Patience);
        _scheduler.Add(entry, 0);
        await left.Task.WaitAsync(Patience);
        Assert.Equal(6, times);
    }

    [Fact]
    public async Task A_nearer_time_wakes_the_thread_from_its_sleep_towards_a_farther_one()
    {
        var order = new ConcurrentQueue<string>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _scheduler.Add(new Entry(_ => Note("far")), _scheduler.ClockTicks + TimeSpan.FromMinutes(10).Ticks);
        _scheduler.Add(new Entry(_ =>
        {
            Note("near");
            done.SetResult();
            return WheelEntry.Out;
        }), _scheduler.ClockTicks + TimeSpan.FromMilliseconds(20).Ticks);
        await done.Task.WaitAsync(Patience);
        Assert.Equal(["near"], order);

        long Note(string what)
        {
            order.Enqueue(what);
            return WheelEntry.Out;
        }
    }

    [Fact]
    public async Task An_entry_that_throws_does_not_end_the_thread()
    {
        _scheduler.Add(new Entry(_ => throw new InvalidOperationException("boom")), 0);
        var alive = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _scheduler.Add(new Entry(_ =>
        {
            alive.SetResult();
            return WheelEntry.Out;
        }), _scheduler.ClockTicks + TimeSpan.FromMilliseconds(30).Ticks);
        await alive.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task What_flows_with_the_thread_that_makes_it_does_not_flow_into_what_is_scheduled()
    {
        var ambient = new AsyncLocal<string?> { Value = "the maker's" };
        using var scheduler = new HashedWheelTimerScheduler(ConfigurationFactory.Default(), NoLogger.Instance);
        var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        ((IActionScheduler)scheduler).ScheduleOnce(TimeSpan.Zero, () => found.SetResult(ambient.Value));
        Assert.Null(await found.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_hundred_thousand_entries_from_four_threads_are_each_called_once()
    {
        const int threads = 4;
        const int each = 25_000;
        var called = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < each; i++)
            {
                var entry = new Entry(_ =>
                {
                    if (Interlocked.Increment(ref called) == threads * each) all.TrySetResult();
                    return WheelEntry.Out;
                });
                _scheduler.Add(entry, _scheduler.ClockTicks + random.Next(0, (int)TimeSpan.FromMilliseconds(300).Ticks));
            }
        }))).WaitAsync(Patience);
        await all.Task.WaitAsync(Patience);
        Assert.Equal(threads * each, called);
    }

    [Fact]
    public void Adding_to_a_scheduler_that_was_disposed_does_nothing()
    {
        _scheduler.Dispose();
        _scheduler.Add(new Entry(_ => throw new InvalidOperationException("called")), 0);
        Assert.Throws<SchedulerException>(() => ((IActionScheduler)_scheduler).ScheduleOnce(TimeSpan.Zero, () => { }));
    }

    [Fact]
    public void Adding_again_allocates_nothing()
    {
        var entry = new Entry(_ => WheelEntry.Out);
        var arrivals = new WheelArrivals();
        var wheel = new TimerWheel(512, 10, (_, ex) => throw ex);
        Turn(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i <= 1000; i++) Turn(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Turn(int i)
        {
            arrivals.Push(entry, i * 10);
            arrivals.MoveTo(wheel);
            wheel.Advance(i * 10 + 10);
        }
    }

    [Theory]
    [InlineData("akka.scheduler.tick-duration = 0ms", "tick-duration")]
    [InlineData("akka.scheduler.ticks-per-wheel = 0", "ticks-per-wheel")]
    [InlineData("akka.scheduler.ticks-per-wheel = 2000000", "ticks-per-wheel")]
    public void A_setting_out_of_range_is_refused_by_name(string setting, string key)
    {
        var config = ConfigurationFactory.ParseString(setting).WithFallback(ConfigurationFactory.Default());
        var refusal = Assert.Throws<ConfigurationException>(() => new HashedWheelTimerScheduler(config, NoLogger.Instance));
        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Entry(Func<long, long> onDue) : WheelEntry
    {
        internal override long OnDue(long nowTicks) => onDue(nowTicks);
    }
}
