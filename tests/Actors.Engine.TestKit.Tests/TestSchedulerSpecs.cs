using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;

namespace Actors.Engine.TestKit.Tests;

public class TestSchedulerSpecs() : Akka.TestKit.Xunit2.TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_message_comes_when_its_time_has_come_and_no_earlier()
    {
        Scheduler.ScheduleTellOnce(Second, TestActor, "due", TestActor);
        Scheduler.Advance(TimeSpan.FromMilliseconds(999));
        ExpectNoMsg(Short);
        Scheduler.Advance(TimeSpan.FromMilliseconds(1));
        ExpectMsg("due");
        Assert.Equal(TestActor, LastSender);
        Scheduler.Advance(Second);
        ExpectNoMsg(Short);
    }

    [Fact]
    public void What_is_due_comes_in_the_order_of_its_time_then_of_its_scheduling()
    {
        Scheduler.ScheduleTellOnce(Second * 3, TestActor, "third", TestActor);
        Scheduler.ScheduleTellOnce(Second, TestActor, "first", TestActor);
        Scheduler.ScheduleTellOnce(Second, TestActor, "second", TestActor);
        Scheduler.Advance(Second * 3);
        Assert.Equal(["first", "second", "third"], ReceiveN(3));
    }

    [Fact]
    public void What_repeats_comes_once_an_advance_until_it_is_cancelled()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(Second, Second * 5, TestActor, "tick", TestActor, cancelable);
        Scheduler.Advance(Second);
        ExpectMsg("tick");
        for (var i = 0; i < 100; i++)
        {
            Scheduler.Advance(Second * 5);
            ExpectMsg("tick");
        }

        cancelable.Cancel();
        Scheduler.Advance(Second * 5);
        ExpectNoMsg(Short);
    }

    [Fact]
    public void The_longest_wait_there_is_never_ends()
    {
        Scheduler.ScheduleTellRepeatedly(Second, TimeSpan.MaxValue, TestActor, "once", TestActor);
        Scheduler.Advance(Second);
        ExpectMsg("once");
        Scheduler.Advance(TimeSpan.FromDays(1_000));
        ExpectNoMsg(Short);
    }

    [Fact]
    public void Actions_run_on_the_test_s_thread()
    {
        Thread? ran = null;
        Scheduler.Advanced.ScheduleOnce(Second, () => ran = Thread.CurrentThread);
        Scheduler.Advance(Second);
        Assert.Same(Thread.CurrentThread, ran);
    }

    [Fact]
    public void The_time_is_virtual_and_does_not_go_back()
    {
        var start = Scheduler.Now;
        Scheduler.Advance(TimeSpan.FromDays(1));
        Assert.Equal(start.AddDays(1), Scheduler.Now);
        Scheduler.AdvanceTo(start.AddDays(2));
        Assert.Equal(start.AddDays(2), Scheduler.Now);
        Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(start));
    }

    // On the test's thread: elsewhere the actor would arm its timeout after its answer, and perhaps after the advance.
    [Fact]
    public void It_drives_the_receive_timeout()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Impatient(TestActor)).WithDispatcher(CallingThreadDispatcher.Id));
        actor.Tell("begin");
        ExpectMsg("begin");
        Scheduler.Advance(Second * 9);
        actor.Tell(new Quiet());
        ExpectMsg<Quiet>();
        Scheduler.Advance(Second * 2);
        ExpectMsg<ReceiveTimeout>();
        Scheduler.Advance(Second * 9);
        actor.Tell("anew");
        ExpectMsg("anew");
        Scheduler.Advance(Second * 9);
        ExpectNoMsg(Short);
        Scheduler.Advance(Second);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void It_drives_an_actor_s_timers()
    {
        Sys.ActorOf(Props.Create(() => new Ticking(TestActor)).WithDispatcher(CallingThreadDispatcher.Id));
        ExpectMsg("started");
        Scheduler.Advance(Second);
        Assert.Equal("once", ExpectMsg<string>());
        Scheduler.Advance(Second);
        Assert.Equal("again", ExpectMsg<string>());
        Scheduler.Advance(Second * 2);
        Assert.Equal("again", ExpectMsg<string>());
    }

    private sealed class Quiet : INotInfluenceReceiveTimeout;

    private sealed class Impatient : ReceiveActor
    {
        public Impatient(IActorRef observer)
        {
            SetReceiveTimeout(TimeSpan.FromSeconds(10));
            ReceiveAny(observer.Tell);
        }
    }

    private sealed class Ticking : ReceiveActor, IWithTimers
    {
        private readonly IActorRef _observer;

        public Ticking(IActorRef observer)
        {
            _observer = observer;
            ReceiveAny(observer.Tell);
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartSingleTimer("once", "once", TimeSpan.FromSeconds(1));
            Timers.StartPeriodicTimer("again", "again", TimeSpan.FromSeconds(2));
            _observer.Tell("started");
        }
    }
}
