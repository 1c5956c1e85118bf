using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>Messages put aside for later. Source: Akka.NET, "Stash".</summary>
public sealed class StashSpecs : ActorSpec
{
    [Fact]
    public void What_was_stashed_comes_back_in_order_before_what_came_later()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));

        foreach (var message in new[] { "1", "2", "open", "3" }) actor.Tell(message);

        ExpectMsg("1");
        ExpectMsg("2");
        ExpectMsg("3");
    }

    [Fact]
    public void Unstash_brings_back_the_oldest_alone()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));

        foreach (var message in new[] { "1", "2", "ajar", "3", "open" }) actor.Tell(message);

        ExpectMsg("1");
        ExpectMsg("3");
        ExpectMsg("2");
    }

    [Fact]
    public void A_message_that_comes_back_keeps_its_sender()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(Sys.DeadLetters)));
        var asker = CreateTestProbe();

        actor.Tell("who", asker.Ref);
        actor.Tell("open");

        asker.ExpectMsg("you");
    }

    [Fact]
    public void A_message_cannot_be_stashed_twice()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));

        actor.Tell("twice");

        ExpectMsg(nameof(IllegalActorStateException));
    }

    [Fact]
    public void The_same_object_may_be_stashed_each_time_it_is_sent()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));
        var same = new object();

        actor.Tell(same);
        actor.Tell(same);
        actor.Tell("open");

        Assert.Same(same, ExpectMsg<object>());
        Assert.Same(same, ExpectMsg<object>());
    }

    [Fact]
    public void A_message_that_came_back_may_be_stashed_again()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Cupboard(TestActor)));

        actor.Tell("1");
        actor.Tell("shuffle");
        actor.Tell("shuffle");
        actor.Tell("open");

        ExpectMsg("1");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_stash_with_a_capacity_overflows_beyond_it()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Cupboard(TestActor)).WithStashCapacity(2));

        foreach (var message in new[] { "1", "2", "3" }) actor.Tell(message);
        ExpectMsg(nameof(StashOverflowException));
        actor.Tell("open");

        ExpectMsg("1");
        ExpectMsg("2");
    }

    [Fact]
    public void A_restart_gives_the_stash_back_to_the_mailbox()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));

        foreach (var message in new[] { "1", "fail", "2", "open" }) actor.Tell(message);

        ExpectMsg("1");
        ExpectMsg("2");
    }

    [Fact]
    public void The_stash_knows_what_it_holds()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Door(TestActor)));

        foreach (var message in new[] { "1", "2", "how many" }) actor.Tell(message);

        ExpectMsg(2);
    }

    /// <summary>Closed (stashes) → "ajar": one passes → "open": all pass.</summary>
    private sealed class Door : ReceiveActor, IWithUnboundedStash
    {
        private readonly IActorRef _passed;

        public Door(IActorRef passed)
        {
            _passed = passed;
            Closed();
        }

        public IStash Stash { get; set; } = null!;

        private void Closed()
        {
            Receive<string>(message => message == "open", _ => BecomeOpen());
            Receive<string>(message => message == "ajar", _ => BecomeAjar());
            Receive<string>(message => message == "twice", _ => StashTwice());
            Receive<string>(message => message == "fail", Fail);
            Receive<string>(message => message == "how many", _ => _passed.Tell(Stash.Count));
            ReceiveAny(_ => Stash.Stash());
        }

        private void Open()
        {
            Receive<string>(message => message == "who", _ => Sender.Tell("you"));
            ReceiveAny(message => _passed.Tell(message));
        }

        private void Ajar()
        {
            Receive<string>(message => message == "open", _ => BecomeOpen());
            ReceiveAny(message => _passed.Tell(message));
        }

        private void BecomeOpen()
        {
            Become(Open);
            Stash.UnstashAll();
        }

        private void BecomeAjar()
        {
            Become(Ajar);
            Stash.Unstash();
        }

        private void StashTwice()
        {
            Stash.Stash();
            try
            {
                Stash.Stash();
            }
            catch (IllegalActorStateException exception)
            {
                _passed.Tell(exception.GetType().Name);
            }
        }

        private static void Fail(string message) => throw new InvalidOperationException("as told");
    }

    /// <summary>Stashes what fits, until "open"; "shuffle" takes it out, to be put in again.</summary>
    private sealed class Cupboard : ReceiveActor, IWithStash
    {
        private readonly IActorRef _passed;

        public Cupboard(IActorRef passed)
        {
            _passed = passed;
            Receive<string>(message => message == "open", _ => Open());
            Receive<string>(message => message == "shuffle", _ => Stash.UnstashAll());
            ReceiveAny(_ => Put());
        }

        public IStash Stash { get; set; } = null!;

        private void Put()
        {
            try
            {
                Stash.Stash();
            }
            catch (StashOverflowException exception)
            {
                _passed.Tell(exception.GetType().Name);
            }
        }

        private void Open()
        {
            Become(() => ReceiveAny(message => _passed.Tell(message)));
            Stash.UnstashAll();
        }
    }
}
