using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>What a supervisor does about a child that failed. Source: Akka.NET, "Supervision" and "Fault Tolerance".</summary>
public sealed class SupervisionSpecs : ActorSpec
{
    [Fact]
    public void A_child_that_throws_is_restarted_by_default()
    {
        var child = StartChild(Sys.ActorOf(Puppet(Sys.DeadLetters)), Puppet(Sys.DeadLetters));
        ExpectCount(child, 1);
        ExpectCount(child, 2);

        child.Tell(new InvalidOperationException("boom"));

        ExpectCount(child, 1);
    }

    [Fact]
    public void A_child_that_cannot_be_made_is_stopped_by_default()
    {
        var child = StartChild(Sys.ActorOf(Puppet(Sys.DeadLetters)), Props.Create(() => new StillBorn(inConstructor: true)));
        Watch(child);

        ExpectTerminated(child);
    }

    [Fact]
    public void A_child_whose_PreStart_throws_is_stopped_by_default()
    {
        var child = StartChild(Sys.ActorOf(Puppet(Sys.DeadLetters)), Props.Create(() => new StillBorn(inConstructor: false)));
        Watch(child);

        ExpectTerminated(child);
    }

    [Fact]
    public void Resume_keeps_the_state_and_drops_only_the_message_that_failed()
    {
        var child = Supervised(Puppet(Sys.DeadLetters), new OneForOneStrategy(_ => Directive.Resume));
        ExpectCount(child, 1);

        child.Tell(new InvalidOperationException("boom"));

        ExpectCount(child, 2);
    }

    [Fact]
    public void Stop_stops_the_child()
    {
        var child = Supervised(Puppet(Sys.DeadLetters), new OneForOneStrategy(_ => Directive.Stop));
        Watch(child);

        child.Tell(new InvalidOperationException("boom"));

        ExpectTerminated(child);
    }

    [Fact]
    public void Escalate_makes_the_failure_the_supervisors_own()
    {
        var decidedOn = CreateTestProbe();
        var middle = Supervised(SupervisorWith(new OneForOneStrategy(_ => Directive.Escalate)), new OneForOneStrategy(exception =>
        {
            decidedOn.Ref.Tell(exception.Message);
            return Directive.Stop;
        }));
        var child = StartChild(middle, Puppet(Sys.DeadLetters));
        Watch(middle);

        child.Tell(new InvalidOperationException("boom"));

        decidedOn.ExpectMsg("boom");
        ExpectTerminated(middle);
    }

    [Fact]
    public void The_decider_sees_the_exception_and_may_answer_each_kind_differently()
    {
        var child = Supervised(Puppet(Sys.DeadLetters), new OneForOneStrategy(exception => exception switch
        {
            ArithmeticException => Directive.Resume,
            ArgumentNullException => Directive.Restart,
            _ => Directive.Stop,
        }));
        Watch(child);
        ExpectCount(child, 1);

        child.Tell(new DivideByZeroException());
        ExpectCount(child, 2);
        child.Tell(new ArgumentNullException());
        ExpectCount(child, 1);
        child.Tell(new ArgumentException("boom"));
        ExpectTerminated(child);
    }

    [Fact]
    public void One_for_one_leaves_the_siblings_alone()
    {
        var supervisor = Sys.ActorOf(SupervisorWith(new OneForOneStrategy(_ => Directive.Restart)));
        var (first, second) = (StartChild(supervisor, Puppet(Sys.DeadLetters)), StartChild(supervisor, Puppet(Sys.DeadLetters)));
        ExpectCount(first, 1);
        ExpectCount(second, 1);

        first.Tell(new InvalidOperationException("boom"));

        ExpectCount(first, 1);
        ExpectCount(second, 2);
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_too()
    {
        var life = CreateTestProbe();
        var supervisor = Sys.ActorOf(SupervisorWith(new AllForOneStrategy(_ => Directive.Restart)));
        var first = StartChild(supervisor, Puppet(Sys.DeadLetters));
        StartChild(supervisor, Puppet(life.Ref, "second"));
        life.ExpectMsg("second: new");
        life.ExpectMsg("second: PreStart");

        first.Tell(new InvalidOperationException("boom"));

        life.ExpectMsg("second: PreRestart boom");
        life.ExpectMsg("second: PostStop");
        life.ExpectMsg("second: new");
        life.ExpectMsg("second: PostRestart boom");
        life.ExpectMsg("second: PreStart");
    }

    [Fact]
    public void All_for_one_stops_the_siblings_too()
    {
        var supervisor = Sys.ActorOf(SupervisorWith(new AllForOneStrategy(_ => Directive.Stop)));
        var (first, second) = (StartChild(supervisor, Puppet(Sys.DeadLetters)), StartChild(supervisor, Puppet(Sys.DeadLetters)));
        Watch(second);

        first.Tell(new InvalidOperationException("boom"));

        ExpectTerminated(second);
    }

    [Fact]
    public void The_failure_after_the_last_retry_within_the_window_stops()
    {
        var life = CreateTestProbe();
        var child = Supervised(Puppet(life.Ref), new OneForOneStrategy(
            maxNrOfRetries: 2, withinTimeRange: TimeSpan.FromMinutes(1), localOnlyDecider: _ => Directive.Restart));
        Watch(child);

        for (var failure = 0; failure < 3; failure++) child.Tell(new InvalidOperationException("boom"));

        ExpectTerminated(child);
        life.ExpectMsg("puppet: new");
        life.ExpectMsg("puppet: PreStart");
        for (var restart = 0; restart < 2; restart++)
        {
            life.ExpectMsg("puppet: PreRestart boom");
            life.ExpectMsg("puppet: PostStop");
            life.ExpectMsg("puppet: new");
            life.ExpectMsg("puppet: PostRestart boom");
            life.ExpectMsg("puppet: PreStart");
        }

        life.ExpectMsg("puppet: PostStop");
    }

    [Fact]
    public void Retries_without_a_limit_go_on()
    {
        var child = Supervised(Puppet(Sys.DeadLetters), new OneForOneStrategy(
            maxNrOfRetries: -1, withinTimeMilliseconds: -1, localOnlyDecider: _ => Directive.Restart));

        for (var failure = 0; failure < 50; failure++) child.Tell(new InvalidOperationException("boom"));

        ExpectCount(child, 1);
    }

    [Fact]
    public void The_stopping_strategy_stops_whatever_fails()
    {
        var child = Supervised(Puppet(Sys.DeadLetters), SupervisorStrategy.StoppingStrategy);
        Watch(child);

        child.Tell(new InvalidOperationException("boom"));

        ExpectTerminated(child);
    }

    [Fact]
    public void Props_may_carry_the_strategy()
    {
        var parent = Sys.ActorOf(Puppet(Sys.DeadLetters).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Resume)));
        var child = StartChild(parent, Puppet(Sys.DeadLetters));
        ExpectCount(child, 1);

        child.Tell(new InvalidOperationException("boom"));

        ExpectCount(child, 2);
    }

    [Fact]
    public void A_message_that_failed_is_not_tried_again_and_those_behind_it_are_kept_in_order()
    {
        var life = CreateTestProbe();
        var child = Supervised(Puppet(life.Ref), new OneForOneStrategy(_ => Directive.Restart));

        child.Tell("one");
        child.Tell(new InvalidOperationException("boom"));
        child.Tell("two");
        child.Tell("three");

        life.FishForMessage(message => (message as string) == "puppet: one");
        life.ExpectMsg("puppet: PreRestart boom");
        life.ExpectMsg("puppet: PostStop");
        life.ExpectMsg("puppet: new");
        life.ExpectMsg("puppet: PostRestart boom");
        life.ExpectMsg("puppet: PreStart");
        life.ExpectMsg("puppet: two");
        life.ExpectMsg("puppet: three");
    }

    private sealed class StillBorn : ReceiveActor
    {
        public StillBorn(bool inConstructor)
        {
            if (inConstructor) throw new InvalidOperationException("in the constructor");
        }

        protected override void PreStart() => throw new InvalidOperationException("in PreStart");
    }
}
