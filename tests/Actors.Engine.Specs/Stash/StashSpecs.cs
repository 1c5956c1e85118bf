using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Stash;

/// <summary>What becomes of stashed messages at the end, Terminated among them, and where a stash ends.</summary>
public sealed class StashSpecs : TestKit
{
    [Fact]
    public void At_the_end_what_is_stashed_goes_to_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Sys.ActorOf(Props.Create(() => new Stashes(TestActor)));
        actor.Tell("1", TestActor);
        actor.Tell(PoisonPill.Instance);
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("1", letter.Message);
        Assert.Equal(actor, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void A_stashed_Terminated_comes_again()
    {
        var watched = Sys.ActorOf(Props.Empty);
        var actor = Sys.ActorOf(Props.Create(() => new StashesTerminated(watched, TestActor)));
        actor.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
        Sys.Stop(watched);
        ExpectMsg("first");
        ExpectMsg("again");
    }

    [Fact]
    public void A_bounded_stash_overflows_at_its_bound()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StashesLittle(TestActor)).WithStashCapacity(2));
        for (var i = 0; i < 3; i++) actor.Tell(i);
        ExpectMsg("1 of 2");
        ExpectMsg("2 of 2 full");
        ExpectMsg("overflow");
    }

    [Fact]
    public void An_unbounded_stash_has_no_bound_whatever_Props_say()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StashesAll()).WithStashCapacity(2));
        for (var i = 0; i < 3; i++) actor.Tell(i);
        actor.Tell("how many?", TestActor);
        ExpectMsg("3 of -1");
    }

    [Fact]
    public void ClearStash_takes_all_out_and_Prepend_puts_them_in_front()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stashes(TestActor)));
        foreach (var message in new[] { "1", "2", "rearrange", "open" }) actor.Tell(message);
        ExpectMsg("2");
        ExpectMsg("1");
    }

    [Fact]
    public void Which_stash_an_actor_has_its_interface_says()
    {
        Assert.IsAssignableFrom<Akka.Actor.Internal.UnboundedStashImpl>(ActorOfAsTestActorRef<Unbounded>().UnderlyingActor.Stash);
        Assert.IsAssignableFrom<Akka.Actor.Internal.BoundedStashImpl>(ActorOfAsTestActorRef<Bounded>().UnderlyingActor.Stash);
    }

    private sealed class Unbounded : Akka.TestKit.TestActors.BlackHoleActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;
    }

    private sealed class Bounded : Akka.TestKit.TestActors.BlackHoleActor, IWithBoundedStash
    {
        public IStash Stash { get; set; } = null!;
    }

    private sealed class Stashes : ReceiveActor, IWithUnboundedStash
    {
        public Stashes(IActorRef report)
        {
            Receive<string>(m => m == "open", _ =>
            {
                Stash.UnstashAll();
                Become(() => ReceiveAny(message => report.Forward(message)));
            });
            Receive<string>(m => m == "rearrange", _ => Stash.Prepend(Stash.ClearStash().Reverse()));
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;
    }

    private sealed class StashesTerminated : ReceiveActor, IWithUnboundedStash
    {
        private bool _again;

        public StashesTerminated(IActorRef watched, IActorRef report)
        {
            Context.Watch(watched);
            Receive<Terminated>(_ =>
            {
                report.Tell(_again ? "again" : "first");
                if (_again) return;
                _again = true;
                Stash.Stash();
                Stash.UnstashAll();
            });
        }

        public IStash Stash { get; set; } = null!;
    }

    private sealed class StashesLittle : ReceiveActor, IWithStash
    {
        public StashesLittle(IActorRef report) => ReceiveAny(_ =>
        {
            try
            {
                Stash.Stash();
                report.Tell($"{Stash.Count} of {Stash.Capacity}{(Stash.IsFull ? " full" : "")}");
            }
            catch (StashOverflowException)
            {
                report.Tell("overflow");
            }
        });

        public IStash Stash { get; set; } = null!;
    }

    private sealed class StashesAll : ReceiveActor, IWithUnboundedStash
    {
        public StashesAll()
        {
            Receive<string>(_ => Sender.Tell($"{Stash.Count} of {Stash.Capacity}"));
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;
    }
}
