using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>Actors that cannot be made at once, and children of an actor that has failed. Source: Akka.NET, "Supervision".</summary>
public sealed class FailedCreationSpecs : ActorSpec
{
    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void A_supervisor_may_have_it_tried_again(Directive directive)
    {
        var attempts = new Attempts(failures: 3);

        var child = Supervised(Props.Create(() => new LateBloomer(attempts)), new OneForOneStrategy(_ => directive));

        child.Tell("are you there", TestActor);
        ExpectMsg("at attempt 4");
    }

    [Fact]
    public void What_fails_at_its_restart_is_stopped_by_default()
    {
        var attempts = new Attempts(failures: 0);
        var child = StartChild(Sys.ActorOf(Puppet(Sys.DeadLetters)), Props.Create(() => new LateBloomer(attempts)));
        Watch(child);
        child.Tell("are you there", TestActor);
        ExpectMsg("at attempt 1");

        attempts.Fail(1);
        child.Tell("fail");

        ExpectTerminated(child);
    }

    [Fact]
    public void The_strategy_sees_why_the_creation_failed()
    {
        var seen = CreateTestProbe();
        var attempts = new Attempts(failures: 1);

        Supervised(Props.Create(() => new LateBloomer(attempts)), new OneForOneStrategy(exception =>
        {
            seen.Ref.Tell(exception);
            return Directive.Stop;
        }));

        var exception = seen.ExpectMsg<ActorInitializationException>();
        Assert.Contains("not yet", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Children_wait_while_the_supervisor_of_their_parent_decides()
    {
        using var decided = new ManualResetEventSlim();
        var parent = Supervised(Puppet(Sys.DeadLetters), new OneForOneStrategy(_ =>
        {
            decided.Wait(Patience);
            return Directive.Resume;
        }));
        var child = StartChild(parent, Puppet(TestActor, "child"));
        ExpectMsg("child: new");
        ExpectMsg("child: PreStart");

        parent.Tell(new InvalidOperationException("boom"));
        parent.Tell("behind", TestActor);
        // Suspended with its parent, sooner or later: what comes meanwhile is heard in order, and the last only afterwards.
        AwaitSuspension(child);
        decided.Set();

        FishForMessage(message => (message as string) == "child: last");
    }

    [Fact]
    public void Top_level_actors_can_be_given_another_strategy_by_configuration()
    {
        using var kit = new StoppingGuardian();
        kit.AssertThatFailuresStop();
    }

    private void AwaitSuspension(IActorRef child)
    {
        var heard = 0;
        AwaitAssert(() =>
        {
            child.Tell($"probe {++heard}");
            ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        });
        child.Tell("last");
    }

    private sealed class Attempts(int failures)
    {
        private int _made;
        private int _failures = failures;

        public void Fail(int times) => _failures = _made + times;

        public int Next() => ++_made <= _failures ? throw new InvalidOperationException("not yet") : _made;
    }

    private sealed class LateBloomer : ReceiveActor
    {
        public LateBloomer(Attempts attempts)
        {
            var attempt = attempts.Next();
            Receive<string>(message => message == "fail", Fail);
            ReceiveAny(_ => Sender.Tell($"at attempt {attempt}"));
        }

        private static void Fail(string message) => throw new InvalidOperationException("as told");
    }

    private sealed class StoppingGuardian()
        : ActorSpec("akka.actor.guardian-supervisor-strategy = \"Akka.Actor.StoppingSupervisorStrategy\"")
    {
        public void AssertThatFailuresStop()
        {
            var actor = Sys.ActorOf(Puppet(Sys.DeadLetters));
            Watch(actor);
            actor.Tell(new InvalidOperationException("boom"));
            ExpectTerminated(actor);
        }
    }
}
