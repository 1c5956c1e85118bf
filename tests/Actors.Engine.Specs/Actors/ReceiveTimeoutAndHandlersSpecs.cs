using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>ReceiveTimeout in virtual time.</summary>
public sealed class ReceiveTimeoutAndHandlersSpecs : TestKit
{
    private const string VirtualTime = """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """;

    private readonly IActorRef _actor;

    public ReceiveTimeoutAndHandlersSpecs() : base(VirtualTime)
    {
        _actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        _actor.Tell(Seconds(10), TestActor);
        Settle();
    }

    [Fact]
    public void One_that_waits_on_a_task_changes_nothing_either()
    {
        Advance(6);
        _actor.Tell(new QuietAndSlow(), TestActor);
        ExpectMsg("slow is done");
        Settle();
        Advance(5);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void A_message_whose_handler_waits_on_a_task_begins_the_wait_anew_at_its_end()
    {
        Advance(6);
        _actor.Tell("slow", TestActor);
        ExpectMsg("slow is done");
        Settle();
        Advance(9);
        ExpectQuiet();
        Advance(2);
        ExpectMsg<ReceiveTimeout>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_handler_may_change_it_whether_its_message_counts_or_not(bool quietly)
    {
        Advance(6);
        _actor.Tell(quietly ? new Quiet(Seconds(3)) : Seconds(3), TestActor);
        Settle();
        Advance(2.9);
        ExpectQuiet();
        Advance(0.2);
        ExpectMsg<ReceiveTimeout>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_handler_may_take_it_back(bool quietly)
    {
        _actor.Tell(quietly ? new Quiet("off") : "off", TestActor);
        Settle();
        Advance(100);
        ExpectQuiet();
    }

    [Fact]
    public void It_ends_with_the_instance_that_set_it()
    {
        _actor.Tell("fail");
        Settle();
        Advance(100);
        ExpectQuiet();
        _actor.Tell(Seconds(5), TestActor);
        Settle();
        Advance(6);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void One_that_is_set_in_PreStart_is_there_after_every_restart()
    {
        var actor = Sys.ActorOf(Props.Create(() => new WaitsFromTheStart(TestActor)));
        for (var i = 0; i < 3; i++)
        {
            actor.Tell("fail");
            actor.Tell(new Identify(i), TestActor);
            ExpectMsg<ActorIdentity>();
            Advance(1.1);
            ExpectMsg<ReceiveTimeout>();
        }
    }

    [Fact]
    public void What_does_not_count_does_not_put_off_a_wait_that_began_just_before()
    {
        using var queued = new ManualResetEventSlim();
        _actor.Tell(new Quiet((Action)(() => queued.Wait(Seconds(20)))));
        _actor.Tell("counts");
        _actor.Tell(new Quiet((Action)(() => Advance(6))));
        queued.Set();
        ExpectMsg("counts");
        Settle();
        Advance(3.9);
        ExpectQuiet();
        Advance(0.2);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void It_does_not_outlive_the_actor()
    {
        Watch(_actor);
        Sys.Stop(_actor);
        ExpectTerminated(_actor);
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        Advance(100);
        ExpectQuiet();
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Advance(double seconds) => ((TestScheduler)Sys.Scheduler).Advance(Seconds(seconds));

    /// <summary>Waits until all that was told is handled, and the timeout armed: a second question is answered behind both.</summary>
    private void Settle()
    {
        for (var i = 0; i < 2; i++)
        {
            _actor.Tell(new Identify("settle"), TestActor);
            ExpectMsg<ActorIdentity>(identity => Equals(identity.MessageId, "settle"));
        }
    }

    private void ExpectQuiet() => ExpectNoMsg(TimeSpan.FromMilliseconds(30));

    private sealed record Quiet(object Content) : INotInfluenceReceiveTimeout;

    private sealed record QuietAndSlow : INotInfluenceReceiveTimeout;

    private sealed class Waits : ReceiveActor
    {
        public Waits(IActorRef report)
        {
            Receive<ReceiveTimeout>(report.Tell);
            Receive<TimeSpan>(time => Context.SetReceiveTimeout(time));
            Receive<Quiet>(quiet => quiet.Content is TimeSpan, quiet => Context.SetReceiveTimeout((TimeSpan)quiet.Content));
            Receive<Quiet>(quiet => quiet.Content is "off", _ => Context.SetReceiveTimeout(null));
            Receive<Quiet>(quiet => quiet.Content is Action, quiet => ((Action)quiet.Content)());
            Receive<Quiet>(quiet => report.Tell(quiet.Content));
            ReceiveAsync<QuietAndSlow>(_ => TakeTime(report));
            ReceiveAsync<string>(text => text == "slow", _ => TakeTime(report));
            Receive<string>(text => text == "off", _ => Context.SetReceiveTimeout(null));
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("as told"));
            Receive<string>(text => text == "how long?", _ => report.Tell(Context.ReceiveTimeout is { } time ? time : "for ever"));
            Receive<string>(report.Tell);
        }

        private static async Task TakeTime(IActorRef report)
        {
            await Task.Yield();
            await Task.Run(() => { });
            report.Tell("slow is done");
        }
    }

    private sealed class WaitsFromTheStart(IActorRef report) : UntypedActor
    {
        protected override void PreStart() => Context.SetReceiveTimeout(TimeSpan.FromSeconds(1));

        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("as told");
            report.Tell(message);
        }
    }
}
