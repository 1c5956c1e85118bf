using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>What the hooks are told, and what becomes of messages around them.</summary>
public sealed class HookSpecs : TestKit
{
    [Fact]
    public void A_restart_calls_PreRestart_on_the_old_and_PostRestart_on_the_new_instance()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Diarist(TestActor, false)));
        ExpectMsg("PreStart");
        actor.Tell("fail");
        ExpectMsg("PreRestart InvalidOperationException fail");
        ExpectMsg("PostRestart InvalidOperationException");
        actor.Tell(PoisonPill.Instance);
        ExpectMsg("PostStop");
    }

    [Fact]
    public void By_default_a_restart_stops_the_old_instance_and_starts_the_new_one()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Diarist(TestActor, true)));
        ExpectMsg("PreStart");
        actor.Tell("fail");
        ExpectMsg("PreRestart InvalidOperationException fail");
        ExpectMsg("PostStop");
        ExpectMsg("PostRestart InvalidOperationException");
        ExpectMsg("PreStart");
    }

    [Fact]
    public void PreRestart_still_sees_who_sent_the_message_that_failed()
    {
        var actor = Sys.ActorOf(Props.Create(() => new AnswersWhenItFails()));
        actor.Tell("question", TestActor);
        ExpectMsg("question");
    }

    [Fact]
    public void Messages_that_wait_outlive_a_restart_and_the_one_that_failed_does_not_come_again()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Diarist(TestActor, true)));
        actor.Tell("fail");
        actor.Tell("after");
        FishForMessage<string>(m => m == "PostRestart InvalidOperationException");
        ExpectMsg("PreStart");
        ExpectMsg("after");
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_failure_in_PostStop_is_logged_and_the_actor_stops_all_the_same()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailsAtTheEnd()));
        Watch(actor);
        EventFilter.Exception<InvalidOperationException>("at the end").ExpectOne(() => Sys.Stop(actor));
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_timer_that_a_constructor_started_ends_where_the_constructor_throws()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var actor = Sys.ActorOf(Props.Create(() => new FailsAfterStartingATimer(TestActor)));
        ExpectMsg("timer started");
        Watch(actor);
        ExpectTerminated(actor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void What_waits_when_an_actor_stops_goes_to_dead_letters_with_sender_and_recipient()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Sys.ActorOf(Props.Create(() => new Echo()));
        Watch(actor);
        actor.Tell(PoisonPill.Instance);
        actor.Tell("late", TestActor);
        var letter = FishForMessage<DeadLetter>(d => Equals(d.Message, "late"));
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(actor, letter.Recipient);
    }

    [Fact]
    public void A_message_to_an_actor_that_is_gone_is_a_dead_letter_too()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Echo()));
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        EventFilter.DeadLetter<string>(m => m == "later", actor.Path.ToString()).ExpectOne(() => actor.Tell("later", TestActor));
    }

    private sealed class Diarist(IActorRef diary, bool byDefault) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("as told");
            diary.Tell(message);
        }

        protected override void PreStart() => diary.Tell("PreStart");

        protected override void PostStop() => diary.Tell("PostStop");

        protected override void PreRestart(Exception reason, object message)
        {
            diary.Tell($"PreRestart {reason.GetType().Name} {message}");
            if (byDefault) base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            diary.Tell($"PostRestart {reason.GetType().Name}");
            if (byDefault) base.PostRestart(reason);
        }
    }

    private sealed class AnswersWhenItFails : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("as told");

        protected override void PreRestart(Exception reason, object message) => Sender.Tell(message);
    }

    private sealed class FailsAfterStartingATimer : UntypedActor, IWithTimers
    {
        public FailsAfterStartingATimer(IActorRef diary)
        {
            Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromMilliseconds(10));
            diary.Tell("timer started");
            throw new InvalidOperationException("never born");
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class FailsAtTheEnd : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => throw new InvalidOperationException("at the end");
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
