using Akka.Actor;
using Akka.TestKit;

namespace Actors.Engine.Specs.Actors;

/// <summary>How an actor learns that another has stopped. Source: Akka.NET, "Lifecycle Monitoring aka DeathWatch".</summary>
public sealed class DeathWatchSpecs : ActorSpec
{
    private readonly TestProbe _told;

    public DeathWatchSpecs() => _told = CreateTestProbe();

    [Fact]
    public void A_watcher_is_told_once()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));
        Do(watcher, context => context.Watch(subject));

        subject.Tell(PoisonPill.Instance);

        var terminated = _told.ExpectMsg<Death>().Notice;
        Assert.Equal(subject, terminated.ActorRef);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Who_watches_one_that_has_stopped_already_is_told_too()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        Watch(subject);
        subject.Tell(PoisonPill.Instance);
        ExpectTerminated(subject);

        Do(Watcher(), context => context.Watch(subject));

        Assert.Equal(subject, _told.ExpectMsg<Death>().Notice.ActorRef);
    }

    [Fact]
    public void All_watchers_are_told()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        for (var i = 0; i < 3; i++) Do(Watcher(), context => context.Watch(subject));

        subject.Tell(PoisonPill.Instance);

        for (var i = 0; i < 3; i++) _told.ExpectMsg<Death>();
        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Who_has_unwatched_is_not_told()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));
        Do(watcher, context => context.Unwatch(subject));
        Watch(subject);

        subject.Tell(PoisonPill.Instance);

        ExpectTerminated(subject);
        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_notice_that_waits_in_the_mailbox_is_taken_back_by_unwatching()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        var (watcher, witness) = (Watcher(), CreateTestProbe());
        Do(watcher, context => context.Watch(subject));
        witness.Watch(subject);

        Do(watcher, context =>
        {
            subject.Tell(PoisonPill.Instance);
            witness.ExpectTerminated(subject);
            context.Unwatch(subject);
        });

        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_restart_is_not_a_death()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        Do(Watcher(), context => context.Watch(subject));

        subject.Tell(new InvalidOperationException("boom"));

        ExpectCount(subject, 1);
        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void WatchWith_tells_a_message_of_the_watchers_own()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        Do(Watcher(), context => context.WatchWith(subject, "gone"));

        subject.Tell(PoisonPill.Instance);

        _told.ExpectMsg("gone");
        _told.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void One_watch_cannot_be_made_another_without_unwatching()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));

        Do(Watcher(), context =>
        {
            context.Watch(subject);
            Assert.Throws<InvalidOperationException>(() => context.WatchWith(subject, "gone"));
            context.Unwatch(subject);
            context.WatchWith(subject, "gone");
            Assert.Throws<InvalidOperationException>(() => context.Watch(subject));
            Assert.Throws<InvalidOperationException>(() => context.WatchWith(subject, "otherwise gone"));
        });
    }

    [Fact]
    public void Who_leaves_a_death_unhandled_dies_too()
    {
        var subject = Sys.ActorOf(Puppet(Sys.DeadLetters));
        var pact = Sys.ActorOf(Props.Create(() => new DeathPact(subject)));
        Watch(pact);
        pact.Tell("watching?", TestActor);
        ExpectMsg("watching");

        subject.Tell(PoisonPill.Instance);

        ExpectTerminated(pact);
    }

    [Fact]
    public void A_parent_that_is_told_of_its_childs_death_may_use_the_name_again()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Replacing(_told.Ref)));

        parent.Tell("go");

        var (first, second) = (_told.ExpectMsg<IActorRef>(), _told.ExpectMsg<IActorRef>());
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    private IActorRef Watcher() => Sys.ActorOf(Props.Create(() => new Obedient(_told.Ref)));

    private void Do(IActorRef actor, Action<IActorContext> deed)
    {
        actor.Tell(deed, TestActor);
        var answer = ExpectMsg<Status>(Patience);
        if (answer is Status.Failure failure) Assert.Fail(failure.Cause.ToString());
    }

    /// <summary>A notice, wrapped: the bare one would be taken for news to the one who is told.</summary>
    private sealed record Death(Terminated Notice);

    /// <summary>Does deeds within its context, and passes on whatever else it is told.</summary>
    private sealed class Obedient : ReceiveActor
    {
        public Obedient(IActorRef told)
        {
            Receive<Action<IActorContext>>(deed =>
            {
                try
                {
                    deed(Context);
                    Sender.Tell(new Status.Success("done"));
                }
                catch (Exception exception)
                {
                    Sender.Tell(new Status.Failure(exception));
                }
            });
            Receive<Terminated>(notice => told.Tell(new Death(notice)));
            ReceiveAny(message => told.Tell(message));
        }
    }

    private sealed class DeathPact : ReceiveActor
    {
        public DeathPact(IActorRef subject)
        {
            Context.Watch(subject);
            Receive<string>(_ => Sender.Tell("watching"));
        }
    }

    private sealed class Replacing : ReceiveActor
    {
        public Replacing(IActorRef told)
        {
            Receive<string>(_ =>
            {
                var child = Start(told);
                Context.Watch(child);
                Context.Stop(child);
            });
            Receive<Terminated>(_ => Start(told));
        }

        private static IActorRef Start(IActorRef told)
        {
            var child = Context.ActorOf(Puppet(ActorRefs.Nobody), "child");
            told.Tell(child);
            return child;
        }
    }
}
