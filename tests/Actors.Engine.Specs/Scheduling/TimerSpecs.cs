using Actors.Engine.Specs.Support;
using Akka.Actor;

namespace Actors.Engine.Specs.Scheduling;

/// <summary>
/// An actor's own timers. The actor is held within a handler by a gate, so that a timer's message waits behind it for certain.
/// </summary>
public sealed class TimerSpecs : SystemSpecs
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_single_timer_fires_once_and_is_not_active_then()
    {
        var (ear, actor) = Timed((timers, _) => timers.StartSingleTimer("k", "tick", Short));
        Assert.Equal("tick", await ear.Next());
        Do(actor, (timers, me) => me.Tell($"active {timers.IsTimerActive("k")} {timers.ActiveTimers.Count}"));
        Assert.Equal("active False 0", await ear.Next());
    }

    [Fact]
    public async Task A_periodic_timer_fires_until_it_is_cancelled()
    {
        var (ear, actor) = Timed((timers, _) => timers.StartPeriodicTimer("k", "tick", TimeSpan.Zero, Short));
        for (var i = 0; i < 3; i++) Assert.Equal("tick", await ear.Next());
        Do(actor, (timers, me) =>
        {
            Assert.True(timers.IsTimerActive("k"));
            timers.Cancel("k");
            timers.StartSingleTimer("end", "end", Short * 3);
            me.Tell("cancelled");
        });
        await ear.Fish<string>(m => m == "cancelled");
        Assert.Equal("end", await ear.Next());
    }

    [Fact]
    public async Task A_message_that_waits_while_its_timer_is_cancelled_is_not_received()
    {
        var (ear, actor) = Timed();
        Held(actor, timers => timers.StartSingleTimer("k", "tick", Short), timers => timers.Cancel("k"));
        actor.Tell("end");
        Assert.Equal("end", await ear.Next());
    }

    [Fact]
    public async Task A_message_that_waits_while_its_timer_is_replaced_is_not_received()
    {
        var (ear, actor) = Timed();
        Held(actor, timers => timers.StartSingleTimer("k", "old", Short), timers => timers.StartSingleTimer("k", "new", Short));
        Assert.Equal("new", await ear.Next());
        Assert.Empty(await ear.AllUntilNow());
    }

    [Fact]
    public async Task A_message_that_waits_while_its_actor_is_restarted_is_not_received()
    {
        var (ear, actor) = Timed();
        Held(actor, timers => timers.StartSingleTimer("k", "tick", Short), _ => throw new InvalidOperationException("restart me"));
        Assert.Equal("PreRestart: False", await ear.Next());
        actor.Tell("end");
        Assert.Equal("end", await ear.Next());
    }

    [Fact]
    public async Task A_timer_of_the_same_key_after_a_restart_is_another_timer()
    {
        var (ear, actor) = Timed((timers, me) => timers.StartSingleTimer("k", me, TimeSpan.FromMilliseconds(200)));
        Held(actor, timers => timers.StartSingleTimer("k", "old", Short), _ => throw new InvalidOperationException("restart me"));
        Assert.Equal("PreRestart: False", await ear.Next());
        Assert.Equal(actor, await ear.Next());
    }

    [Fact]
    public async Task Timers_are_cancelled_before_PostStop_runs()
    {
        var (ear, actor) = Timed((timers, _) => timers.StartPeriodicTimer("k", "tick", Never));
        actor.Tell(PoisonPill.Instance);
        Assert.Equal("PostStop: False", await ear.Next());
    }

    [Fact]
    public async Task CancelAll_ends_them_all()
    {
        var (ear, actor) = Timed((timers, _) =>
        {
            timers.StartPeriodicTimer("a", "a", Never);
            timers.StartSingleTimer(2, "b", Never);
        });
        Do(actor, (timers, me) =>
        {
            Assert.Equal(["2", "a"], timers.ActiveTimers.Select(k => $"{k}").Order(StringComparer.Ordinal));
            timers.CancelAll();
            me.Tell($"{timers.ActiveTimers.Count}");
        });
        Assert.Equal("0", await ear.Next());
    }

    [Fact]
    public async Task An_automatic_message_works_as_a_timers_message()
    {
        var (ear, _) = Timed((timers, _) => timers.StartSingleTimer("k", PoisonPill.Instance, Short));
        Assert.Equal("PostStop: False", await ear.Next());
    }

    [Fact]
    public async Task A_timers_message_counts_for_the_receive_timeout_as_the_message_itself_does()
    {
        var (ear, actor) = Timed((timers, _) => timers.StartPeriodicTimer("k", new Quiet(), TimeSpan.FromMilliseconds(20)));
        Do(actor, (_, _) => TimedActor.Current.SetReceiveTimeout(TimeSpan.FromMilliseconds(100)));
        Assert.IsType<ReceiveTimeout>(await ear.Fish<ReceiveTimeout>(_ => true));
    }

    private static void Do(IActorRef actor, Action<ITimerScheduler, IActorRef> work) => actor.Tell(new Work(work));

    /// <summary>Starts a timer, holds the actor until the timer's message has been told for certain, then does the second thing.</summary>
    private void Held(IActorRef actor, Action<ITimerScheduler> start, Action<ITimerScheduler> then)
    {
        using var told = new ManualResetEventSlim();
        Do(actor, (timers, _) =>
        {
            start(timers);
            // Given to the same scheduler later and for later: when this runs, the timer's message is in the mailbox.
            System.Scheduler.Advanced.ScheduleOnce(Short * 2, told.Set);
            Assert.True(told.Wait(Patience), "the scheduler told the timer's message");
            then(timers);
        });
        Assert.True(told.Wait(Patience), "the actor came to its gate");
    }

    private (Ear Ear, IActorRef Actor) Timed(Action<ITimerScheduler, IActorRef>? start = null)
    {
        var ear = NewEar();
        var to = ear.Ref;
        return (ear, System.ActorOf(Props.Create(() => new TimedActor(to, start))));
    }

    private sealed class Quiet : INotInfluenceReceiveTimeout;

    private sealed record Work(Action<ITimerScheduler, IActorRef> Do);

    private sealed class TimedActor : UntypedActor, IWithTimers
    {
        private readonly IActorRef _ear;

        public TimedActor(IActorRef ear, Action<ITimerScheduler, IActorRef>? start)
        {
            _ear = ear;
            start?.Invoke(Timers, Self);
        }

        public static IActorContext Current => Context;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Work work) work.Do(Timers, _ear);
            else _ear.Tell(message);
        }

        protected override void PreRestart(Exception reason, object message) => _ear.Tell($"PreRestart: {Timers.IsTimerActive("k")}");

        protected override void PostStop() => _ear.Tell($"PostStop: {Timers.IsTimerActive("k")}");
    }
}
