using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>Mailboxes with a bound, and how an actor comes by one.</summary>
public sealed class BoundedMailboxSpecs : TestKit
{
    private static readonly string Hocon = $$"""
        two { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 0s }
        patient { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 1, mailbox-push-timeout-time = 20s }
        own { mailbox-type = "{{typeof(OwnBoundedMailbox).AssemblyQualifiedName}}", mailbox-capacity = 10, mailbox-push-timeout-time = 1s, stash-capacity = 3 }
        own-dispatcher { mailbox-type = "{{typeof(OwnBoundedMailbox).AssemblyQualifiedName}}", stash-capacity = 3 }
        also-own-dispatcher = own-dispatcher
        nonsense { mailbox-type = "No.Such.Type" }
        """;

    public BoundedMailboxSpecs() : base(Hocon) => Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

    [Fact]
    public void What_does_not_fit_in_time_is_a_dead_letter()
    {
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Holds(hold)).WithMailbox("two"));
        actor.Tell("first", TestActor);
        ExpectMsg("begun");
        foreach (var message in new[] { "1", "2", "3", "4" }) actor.Tell(message, TestActor);
        Assert.Equal("3", ExpectMsg<DeadLetter>().Message);
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("4", letter.Message);
        Assert.Equal(actor, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
        hold.Set();
        foreach (var message in new[] { "first", "1", "2" }) ExpectMsg(message);
    }

    [Fact]
    public async Task A_sender_waits_for_room()
    {
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Holds(hold)).WithMailbox("patient"));
        actor.Tell("first", TestActor);
        ExpectMsg("begun");
        actor.Tell("second", TestActor);
        var third = Task.Run(() => actor.Tell("third", TestActor));
        Assert.False(third.IsCompleted);
        hold.Set();
        await third.WaitAsync(TimeSpan.FromSeconds(10));
        foreach (var message in new[] { "first", "second", "third" }) ExpectMsg(message);
    }

    [Fact]
    public async Task Who_waits_for_room_in_an_actor_that_stops_is_let_go()
    {
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Holds(hold)).WithMailbox("patient"));
        actor.Tell("first", TestActor);
        ExpectMsg("begun");
        var senders = Enumerable.Range(0, 3).Select(i => Task.Run(() => actor.Tell(i, TestActor))).ToArray();
        Sys.Stop(actor);
        hold.Set();
        await Task.WhenAll(senders).WaitAsync(TimeSpan.FromSeconds(10));
        ExpectMsg("first");
        Assert.Equal([0, 1, 2], ReceiveN(3).Cast<DeadLetter>().Select(letter => (int)letter.Message).Order());
    }

    [Theory]
    [InlineData("mailbox")]
    [InlineData("dispatcher")]
    [InlineData("alias")]
    [InlineData("props")]
    public void The_stash_beside_it_has_the_capacity_that_is_configured(string where)
    {
        var props = Props.Create(() => new StashesAll());
        var actor = Sys.ActorOf(where switch
        {
            "mailbox" => props.WithMailbox("own"),
            "dispatcher" => props.WithDispatcher("own-dispatcher"),
            "alias" => props.WithDispatcher("also-own-dispatcher"),
            _ => props.WithMailbox("two").WithStashCapacity(3),
        });
        actor.Tell(new StashesAll.Capacity(), TestActor);
        ExpectMsg(3);
    }

    [Fact]
    public void What_an_actor_asks_of_its_mailbox_it_is_given()
    {
        Assert.IsType<BoundedDequeBasedMailbox>(Sys.Mailboxes.LookupByQueueType(typeof(IBoundedDequeBasedMessageQueueSemantics)));
        Assert.IsType<UnboundedDequeBasedMailbox>(Sys.Mailboxes.LookupByQueueType(typeof(IUnboundedDequeBasedMessageQueueSemantics)));
        Assert.Equal(typeof(IBoundedDequeBasedMessageQueueSemantics), Sys.Mailboxes.GetRequiredType(typeof(StashesAll)));
    }

    [Theory]
    [InlineData("not.there")]
    [InlineData("nonsense")]
    public void A_mailbox_that_is_not_configured_is_refused(string id) => Assert.Throws<ConfigurationException>(() => Sys.Mailboxes.Lookup(id));

    private sealed class Holds(ManualResetEventSlim hold) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "first")
            {
                Sender.Tell("begun");
                hold.Wait(TimeSpan.FromSeconds(10));
            }

            Sender.Tell(message);
        }
    }

    private sealed class StashesAll : ReceiveActor, IWithBoundedStash
    {
        public StashesAll() => Receive<Capacity>(_ => Sender.Tell(Stash.Capacity));

        public IStash Stash { get; set; } = null!;

        internal sealed record Capacity;
    }
}
