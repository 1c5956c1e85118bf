using Akka.Actor;
using Akka.TestKit;

namespace Actors.Engine.Specs.Actors;

/// <summary>The hooks of an actor's life and their order. Source: Akka.NET, "Actor Lifecycle".</summary>
public sealed class LifecycleSpecs : ActorSpec
{
    private readonly TestProbe _life;

    public LifecycleSpecs() => _life = CreateTestProbe();

    [Fact]
    public void An_actor_is_made_started_and_stopped()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));
        Expect("puppet: new", "puppet: PreStart");

        actor.Tell("stop");

        Expect("puppet: PostStop");
        _life.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_restart_ends_the_old_instance_and_begins_a_new_one()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref));
        Expect("puppet: new", "puppet: PreStart");

        actor.Tell(new InvalidOperationException("boom"));

        Expect("puppet: PreRestart boom", "puppet: PostStop", "puppet: new", "puppet: PostRestart boom", "puppet: PreStart");
        _life.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void PreRestart_is_told_the_message_that_failed()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Frank(_life.Ref)));

        actor.Tell("fatal");

        _life.ExpectMsg<object>("fatal");
    }

    [Fact]
    public void A_restart_stops_the_children_first()
    {
        var parent = Sys.ActorOf(Puppet(_life.Ref, "parent"));
        StartChild(parent, Puppet(_life.Ref, "child"));
        Expect("parent: new", "parent: PreStart", "child: new", "child: PreStart");

        parent.Tell(new InvalidOperationException("boom"));

        _life.ExpectMsg("parent: PreRestart boom");
        // The two stop on threads of their own, and the new instance waits for both.
        _life.ExpectMsgAllOf("parent: PostStop", "child: PostStop");
        Expect("parent: new", "parent: PostRestart boom", "parent: PreStart");
    }

    [Fact]
    public void Children_that_PreRestart_spares_are_restarted()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Sparing()));
        var child = StartChild(parent, Puppet(_life.Ref, "child"));
        Expect("child: new", "child: PreStart");

        parent.Tell("fail");

        Expect("child: PreRestart as told", "child: PostStop", "child: new", "child: PostRestart as told", "child: PreStart");
        ExpectCount(child, 1);
    }

    [Fact]
    public void A_restarted_parent_has_no_children_left()
    {
        var parent = Sys.ActorOf(Puppet(Sys.DeadLetters), "parent");
        StartChild(parent, Puppet(Sys.DeadLetters), "child");

        parent.Tell(new InvalidOperationException("boom"));
        ExpectCount(parent, 1);
        Sys.ActorSelection("/user/parent/child").Tell(new Identify(1), TestActor);

        Assert.Null(ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public async Task An_actor_is_not_made_by_hand() =>
        // Off the test's own thread, which the TestKit lets pass for its test actor's.
        await Assert.ThrowsAsync<ActorInitializationException>(() => Task.Run(() => new Puppet(Sys.DeadLetters, "by hand")));

    [Fact]
    public void Children_stop_before_their_parent_does()
    {
        var parent = Sys.ActorOf(Puppet(_life.Ref, "parent"));
        var child = StartChild(parent, Puppet(_life.Ref, "child"));
        StartChild(child, Puppet(_life.Ref, "grandchild"));
        Expect("parent: new", "parent: PreStart", "child: new", "child: PreStart", "grandchild: new", "grandchild: PreStart");

        parent.Tell("stop");

        Expect("grandchild: PostStop", "child: PostStop", "parent: PostStop");
    }

    [Fact]
    public void A_restarted_actor_keeps_its_reference_and_path()
    {
        var actor = Sys.ActorOf(Puppet(_life.Ref), "steady");
        var uid = actor.Path.Uid;

        actor.Tell(new InvalidOperationException("boom"));
        actor.Tell(new Identify("after"), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(actor, identity.Subject);
        Assert.Equal(uid, identity.Subject!.Path.Uid);
    }

    [Fact]
    public void A_name_is_free_again_when_its_actor_has_stopped_and_the_next_one_is_another()
    {
        var first = Sys.ActorOf(Puppet(_life.Ref), "same");
        Watch(first);
        first.Tell("stop");
        ExpectTerminated(first);

        IActorRef? second = null;
        AwaitAssert(() => second = Sys.ActorOf(Puppet(_life.Ref), "same"));

        Assert.NotEqual(first, second);
        Assert.Equal(first.Path, second!.Path);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
    }

    private void Expect(params string[] steps)
    {
        foreach (var step in steps) _life.ExpectMsg(step);
    }

    private sealed class Frank : ReceiveActor
    {
        private readonly IActorRef _told;

        public Frank(IActorRef told)
        {
            _told = told;
            ReceiveAny(Fail);
        }

        protected override void PreRestart(Exception reason, object message) => _told.Tell(message);

        private static void Fail(object message) => throw new InvalidOperationException(message.ToString());
    }

    private sealed class Sparing : ReceiveActor
    {
        public Sparing()
        {
            Receive<StartChild>(start => Sender.Tell(Context.ActorOf(start.Props, start.Name)));
            Receive<string>(Fail);
        }

        protected override void PreRestart(Exception reason, object message)
        {
            // Not the base's: that is what would stop the children.
        }

        private static void Fail(string message) => throw new InvalidOperationException("as told");
    }
}
