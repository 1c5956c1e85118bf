using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Dispatch;

namespace Actors.Engine.Specs.Scheduling;

/// <summary>
/// The scheduler of a system. That something does not happen is shown by a later message that does: the scheduler keeps the order of
/// what it is given, so what would have come first is not to come any more.
/// </summary>
public sealed class SchedulerSpecs : SystemSpecs
{
    private IScheduler Scheduler => System.Scheduler;

    [Fact]
    public async Task A_message_is_told_once_after_its_delay_with_its_sender()
    {
        var (ear, sender) = (NewEar(), NewEar());
        var echo = System.ActorOf(Props.Create(() => new Echo()));
        var before = Scheduler.HighResMonotonicClock;
        Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(40), echo, "hello", sender.Ref);
        Assert.Equal("hello", await sender.Next());
        Assert.True(Scheduler.HighResMonotonicClock - before >= TimeSpan.FromMilliseconds(40));
        Scheduler.ScheduleTellOnce(20, ear.Ref, "end", ActorRefs.NoSender);
        await ear.Next();
        Assert.Empty(await sender.AllUntilNow());
    }

    [Fact]
    public async Task Messages_come_in_the_order_of_their_times()
    {
        var ear = NewEar();
        Scheduler.ScheduleTellOnce(120, ear.Ref, "third", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(0, ear.Ref, "first", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(60, ear.Ref, "second", ActorRefs.NoSender);
        Assert.Equal(["first", "second", "third"], [await ear.Next(), await ear.Next(), await ear.Next()]);
    }

    [Fact]
    public async Task A_repeated_message_comes_at_its_interval_until_it_is_cancelled()
    {
        var ear = NewEar();
        var before = Scheduler.HighResMonotonicClock;
        var tick = Scheduler.ScheduleTellRepeatedlyCancelable(0, 30, ear.Ref, "tick", ActorRefs.NoSender);
        for (var i = 0; i < 4; i++) Assert.Equal("tick", await ear.Next());
        // Four ticks are three intervals; one tick of the wheel, 10 ms, may be rounded away from the first.
        Assert.True(Scheduler.HighResMonotonicClock - before >= TimeSpan.FromMilliseconds(80));
        tick.Cancel();
        Assert.True(tick.IsCancellationRequested);
        await ear.AllUntilNow();
        Scheduler.ScheduleTellOnce(90, ear.Ref, "end", ActorRefs.NoSender);
        Assert.Equal("end", await ear.Next());
    }

    [Fact]
    public async Task What_is_repeated_after_the_longest_interval_there_is_comes_once()
    {
        var ear = NewEar();
        Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.MaxValue, ear.Ref, "tick", ActorRefs.NoSender);
        // Ten ticks of the wheel later.
        Scheduler.ScheduleTellOnce(100, ear.Ref, "end", ActorRefs.NoSender);
        Assert.Equal(["tick", "end"], [await ear.Next(), await ear.Next()]);
    }

    [Fact]
    public async Task What_is_cancelled_before_its_time_does_not_happen()
    {
        var ear = NewEar();
        var once = Scheduler.ScheduleTellOnceCancelable(30, ear.Ref, "once", ActorRefs.NoSender);
        var action = Scheduler.Advanced.ScheduleOnceCancelable(30, () => ear.Ref.Tell("action"));
        once.Cancel();
        action.Cancel();
        Scheduler.ScheduleTellOnce(0, ear.Ref, "never", ActorRefs.NoSender, Cancelable.CreateCanceled());
        Scheduler.ScheduleTellOnce(60, ear.Ref, "end", ActorRefs.NoSender);
        Assert.Equal("end", await ear.Next());
    }

    [Fact]
    public async Task Actions_and_runnables_run_once_or_repeatedly()
    {
        var ear = NewEar();
        Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, new Runnable(() => ear.Ref.Tell("runnable")));
        Assert.Equal("runnable", await ear.Next());
        var cancelable = new Cancelable(Scheduler);
        Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), () => ear.Ref.Tell("action"), cancelable);
        Assert.Equal("action", await ear.Next());
        Assert.Equal("action", await ear.Next());
        cancelable.Cancel();
    }

    [Fact]
    public async Task A_repeated_action_that_throws_is_not_run_again_and_harms_nobody_else()
    {
        var ear = NewEar();
        var runs = 0;
        Scheduler.Advanced.ScheduleRepeatedly(0, 10, () =>
        {
            runs++;
            ear.Ref.Tell("crash");
            throw new InvalidOperationException("crash");
        });
        Assert.Equal("crash", await ear.Next());
        Scheduler.ScheduleTellOnce(80, ear.Ref, "end", ActorRefs.NoSender);
        Assert.Equal("end", await ear.Next());
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_many_timers_from_many_threads_each_fires_once_but_those_cancelled_before_their_time(int seed)
    {
        const int threads = 4;
        const int each = 5_000;
        var fired = new int[threads * each];
        var expected = new int?[threads * each];
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
        {
            var random = new Random(seed + thread);
            for (var i = thread * each; i < (thread + 1) * each; i++)
            {
                var me = i;
                // Cancelled ones are due in a second at the earliest, and cancelled at once; unless this thread did not run for so long.
                var cancel = random.Next(3) == 0;
                var delay = random.Next(0, 300) + (cancel ? 1_000 : 0);
                var before = Scheduler.HighResMonotonicClock;
                var timer = Scheduler.Advanced.ScheduleOnceCancelable(delay, () => Interlocked.Increment(ref fired[me]));
                if (cancel) timer.Cancel();
                var inTime = Scheduler.HighResMonotonicClock - before < TimeSpan.FromSeconds(1);
                expected[i] = !cancel ? 1 : inTime ? 0 : null;
            }
        }))).WaitAsync(Patience);
        var ear = NewEar();
        Scheduler.ScheduleTellOnce(1_500, ear.Ref, "end", ActorRefs.NoSender);
        await ear.Next();
        for (var i = 0; i < fired.Length; i++) Assert.Equal(expected[i] ?? fired[i], fired[i]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-4711)]
    public void A_delay_of_less_than_zero_is_refused(int delay)
    {
        var to = System.DeadLetters;
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellOnce(delay, to, "x", ActorRefs.NoSender));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellRepeatedly(delay, 10, to, "x", ActorRefs.NoSender));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.Advanced.ScheduleOnce(delay, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.Advanced.ScheduleRepeatedly(delay, 10, () => { }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_interval_of_zero_or_less_is_refused(int interval)
    {
        var to = System.DeadLetters;
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellRepeatedly(10, interval, to, "x", ActorRefs.NoSender));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.Advanced.ScheduleRepeatedly(10, interval, () => { }));
    }

    [Fact]
    public void Its_time_is_utc_and_its_clocks_go_forward()
    {
        var (now, clock) = (Scheduler.Now, Scheduler.HighResMonotonicClock);
        Assert.Equal(TimeSpan.Zero, now.Offset);
        Assert.True((DateTimeOffset.UtcNow - now).Duration() < TimeSpan.FromMinutes(1));
        Assert.True(Scheduler.HighResMonotonicClock >= clock);
        Assert.True(Scheduler.Now >= now);
    }

    [Fact]
    public async Task A_scheduler_that_was_shut_down_with_its_system_takes_nothing_more()
    {
        await System.Terminate().WaitAsync(Patience);
        Assert.Throws<SchedulerException>(
            () => Scheduler.ScheduleTellOnce(TimeSpan.Zero, System.DeadLetters, "x", ActorRefs.NoSender));
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Runnable(Action run) : IRunnable
    {
        public void Run() => run();

        public void Execute() => run();
    }
}
