using Akka.Actor;
using Akka.Event;
using Akka.TestKit;

namespace Actors.Engine.Specs.Actors;

/// <summary>The ways in which an actor ends, and what becomes of its messages. Source: Akka.NET, "Stopping Actors".</summary>
public sealed class StoppingSpecs : ActorSpec
{
    private readonly TestProbe _life;

    public StoppingSpecs() => _life = CreateTestProbe();

    [Fact]
    public void A_poison_pill_waits_its_turn()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));

        actor.Tell("one");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("two");

        foreach (var step in new[] { "new", "PreStart", "one", "PostStop" }) _life.ExpectMsg($"puppet: {step}");
        _life.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Kill_fails_the_actor_and_the_default_strategy_stops_it()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));
        Watch(actor);

        actor.Tell(Kill.Instance);

        ExpectTerminated(actor);
        foreach (var step in new[] { "new", "PreStart", "PostStop" }) _life.ExpectMsg($"puppet: {step}");
    }

    [Fact]
    public void Kill_is_an_exception_that_a_strategy_may_judge()
    {
        var actor = Supervised(Puppet(_life.Ref), new OneForOneStrategy(exception =>
            exception is ActorKilledException ? Directive.Resume : Directive.Stop));

        actor.Tell(Kill.Instance);

        ExpectCount(actor, 1);
    }

    [Fact]
    public void Stop_lets_the_present_message_end_and_none_after_it_begin()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Watch(actor);

        actor.Tell("stop");
        actor.Tell("late");

        ExpectDeathAndDeadLetter(actor);
        _life.FishForMessage(message => (message as string) == "puppet: PostStop");
    }

    [Fact]
    public void Messages_to_one_that_has_stopped_are_dead_letters()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));
        Watch(actor);
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("late", TestActor);

        var dead = ExpectMsg<DeadLetter>();
        Assert.Equal("late", dead.Message);
        Assert.Equal(actor, dead.Recipient);
        Assert.Equal(TestActor, dead.Sender);
    }

    [Fact]
    public async Task GracefulStop_ends_when_the_actor_has()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));

        Assert.True(await actor.GracefulStop(Patience));

        _life.FishForMessage(message => (message as string) == "puppet: PostStop");
        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task GracefulStop_can_say_it_in_the_actors_own_words()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));

        Assert.True(await actor.GracefulStop(Patience, "stop"));
    }

    [Fact]
    public async Task GracefulStop_of_one_that_does_not_stop_in_time_is_false()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));

        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50), "no word for it"));
    }

    [Fact]
    public async Task The_system_ends_when_every_actor_has()
    {
        var parent = Sys.ActorOf(Puppet(_life.Ref, "parent"));
        StartChild(parent, Puppet(_life.Ref, "child"));

        await Sys.Terminate().WaitAsync(Patience);

        Assert.True(Sys.WhenTerminated.IsCompletedSuccessfully);
        Assert.Throws<InvalidOperationException>(() => Sys.ActorOf(Puppet(ActorRefs.Nobody)));
    }

    private void ExpectDeathAndDeadLetter(IActorRef actor)
    {
        // The dead letter and the notice of the death come from two threads.
        var messages = new[] { ExpectMsg<object>(), ExpectMsg<object>() };
        Assert.Contains(messages, message => message is DeadLetter { Message: "late" });
        Assert.Contains(messages, message => message is Terminated terminated && terminated.ActorRef.Equals(actor));
    }
}
