using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Supervision;

/// <summary>What a supervisor does about a failure, and how often it lets a child begin anew.</summary>
public sealed class StrategySpecs : TestKit
{
    [Fact]
    public void By_default_Kill_stops_and_any_other_failure_restarts()
    {
        var child = ChildOf(SupervisorStrategy.DefaultStrategy);
        Watch(child);
        child.Tell("fail");
        child.Tell("count");
        ExpectMsg(1);
        child.Tell(Kill.Instance);
        ExpectTerminated(child);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void The_failure_after_the_last_restart_that_is_allowed_stops_the_child(int restarts)
    {
        var child = ChildOf(new OneForOneStrategy(restarts, TimeSpan.FromMinutes(1), _ => Directive.Restart));
        Watch(child);
        for (var i = 0; i < restarts; i++)
        {
            child.Tell("fail");
            child.Tell("count");
            ExpectMsg(1);
        }

        child.Tell("fail");
        ExpectTerminated(child);
    }

    [Fact]
    public void When_the_window_has_passed_the_count_begins_anew()
    {
        var child = ChildOf(new OneForOneStrategy(1, TimeSpan.FromSeconds(1), _ => Directive.Restart));
        Watch(child);
        child.Tell("fail");
        child.Tell("count");
        ExpectMsg(1);
        // The window is real time: nothing can be told of its end, only that time has passed.
        ExpectNoMsg(TimeSpan.FromMilliseconds(1_200));
        child.Tell("fail");
        child.Tell("count");
        child.Tell("fail");
        ExpectMsg(1);
        ExpectTerminated(child);
    }

    [Fact]
    public void An_escalated_failure_is_the_parents_own()
    {
        var grandparent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Stop))));
        grandparent.Tell(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))), TestActor);
        var parent = ExpectMsg<IActorRef>();
        var child = Child(parent);
        Watch(parent);
        Watch(child);
        child.Tell("fail");
        Assert.Equal([child, parent], new[] { ExpectMsg<Terminated>().ActorRef, ExpectMsg<Terminated>().ActorRef });
    }

    [Fact]
    public void A_failure_that_the_grandparent_resumes_leaves_parent_and_child_as_they_were()
    {
        var grandparent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Resume))));
        grandparent.Tell(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))), TestActor);
        var child = Child(ExpectMsg<IActorRef>());
        child.Tell("count");
        child.Tell("fail");
        child.Tell("count");
        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void A_child_whose_creation_failed_is_created_again(Directive directive)
    {
        var births = new Births { Needed = 3 };
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(_ => directive))));
        parent.Tell(Props.Create(() => new BornLate(births)), TestActor);
        var child = ExpectMsg<IActorRef>();
        child.Tell("there?", TestActor);
        ExpectMsg("born after 3");
    }

    [Fact]
    public void A_restart_whose_PostRestart_throws_fails_again_with_its_cause()
    {
        var causes = new List<Exception>();
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(cause => Note(causes, cause)))));
        parent.Tell(Props.Create(() => new FailsToRestart()), TestActor);
        var child = ExpectMsg<IActorRef>();
        Watch(child);
        child.Tell("fail");
        ExpectTerminated(child);
        var failure = Assert.IsType<PostRestartException>(causes[^1]);
        Assert.Equal("in PostRestart", failure.InnerException?.Message);
        Assert.Equal("as told", failure.OriginalCause?.Message);
    }

    [Fact]
    public void A_resumed_failure_is_logged_as_a_warning_and_others_as_errors()
    {
        var resumed = ChildOf(new OneForOneStrategy(_ => Directive.Resume));
        EventFilter.Warning("as told", source: resumed.Path.ToString()).ExpectOne(() => resumed.Tell("fail"));
        var restarted = ChildOf(new OneForOneStrategy(_ => Directive.Restart));
        EventFilter.Exception<InvalidOperationException>("as told", source: restarted.Path.ToString()).ExpectOne(() => restarted.Tell("fail"));
    }

    private static Directive Note(List<Exception> causes, Exception cause)
    {
        causes.Add(cause);
        return cause is PostRestartException ? Directive.Stop : Directive.Restart;
    }

    private IActorRef ChildOf(SupervisorStrategy strategy) => Child(Sys.ActorOf(Props.Create(() => new Parent(strategy))));

    private IActorRef Child(IActorRef parent)
    {
        parent.Tell(Props.Create(() => new Counter(TestActor)), TestActor);
        return ExpectMsg<IActorRef>();
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly SupervisorStrategy _strategy;

        public Parent(SupervisorStrategy strategy)
        {
            _strategy = strategy;
            Receive<Props>(props => Sender.Tell(Context.ActorOf(props)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy;
    }

    private sealed class Counter(IActorRef answers) : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("as told");
            answers.Tell(++_count);
        }
    }

    private sealed class Births
    {
        internal int Needed { get; init; }

        internal int Tried { get; set; }
    }

    private sealed class BornLate : UntypedActor
    {
        private readonly Births _births;

        public BornLate(Births births)
        {
            _births = births;
            if (++births.Tried < births.Needed) throw new InvalidOperationException("not yet");
        }

        protected override void OnReceive(object message) => Sender.Tell($"born after {_births.Tried}");
    }

    private sealed class FailsToRestart : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("as told");

        protected override void PostRestart(Exception reason) => throw new InvalidOperationException("in PostRestart");
    }
}
