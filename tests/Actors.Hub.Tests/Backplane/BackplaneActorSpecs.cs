using Actors.Datagrams;
using Actors.Hub.Backplane;
using Actors.Hub.Rooms;
using Actors.Hub.Tests.Backplane.Contract;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Backplane;

/// <summary>A hub's way to the other nodes in virtual time; the test plays its rooms, and another node that is no hub.</summary>
public sealed class BackplaneActorSpecs : HubSpec, IAsyncLifetime
{
    private const int Queue = 5;

    private static readonly RoomName Lobby = Nodes.Lobby;
    private static readonly NodeId Alpha = new("alpha");

    private readonly InProcessExchange _exchange = new();
    private readonly HubCounters _counters = new();
    private readonly BackplaneSetup _setup;
    private readonly TestNode _bravo;
    private readonly TestProbe _room;
    private readonly IActorRef _backplane;

    public BackplaneActorSpecs()
    {
        _room = CreateTestProbe("room");
        _bravo = new TestNode(_exchange.Connect(), "bravo");
        _setup = new BackplaneSetup(_exchange.Connect(), Alpha, new BackplaneOptions { QueueMessages = Queue }, _counters);
        _backplane = Sys.ActorOf(BackplaneActor.Props(_setup, [_room.Ref]), "backplane");
        _setup.Actor = _backplane;
        AwaitAssert(() => Assert.True(Counted.IsUp));
    }

    private BackplaneCounters Counted => _counters.Backplane;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _bravo.DisposeAsync();
        await _setup.Backplane.DisposeAsync();
    }

    [Fact]
    public void What_a_room_says_is_numbered_from_1_in_each_room_and_confirmed()
    {
        _bravo.Subscribe(Lobby);
        _bravo.Subscribe(new RoomName("other"));
        Say("a", "b");
        Say(new RoomName("other"), "c");
        Say("d");
        _bravo.Sink.Until("all is heard", () => _bravo.Sink.Heard.Count == 4);
        Assert.Equal(
            [("lobby", 1, "a"), ("lobby", 2, "b"), ("other", 1, "c"), ("lobby", 3, "d")],
            _bravo.Sink.Heard.Select(message => (message.Room.Value, message.Sequence, Peers.Text(message.Line.Span))));
        AwaitAssert(() => Assert.Equal((4, 4, 0, 0), (Counted.Published, Counted.Confirmed, Counted.Waiting, Counted.Unconfirmed)));
        Assert.Equal(0, _setup.Outgoing.Taken);
    }

    [Fact]
    public void A_room_is_heard_while_it_has_members_here_and_no_longer()
    {
        _bravo.Say(Lobby, "nobody");
        Join(Peers.Number(1));
        Join(Peers.Number(2));
        _bravo.Say(Lobby, "two");
        Assert.Equal("two", NextHeard());
        Leave(Peers.Number(1));
        _bravo.Say(Lobby, "one");
        Assert.Equal("one", NextHeard());
        Leave(Peers.Number(2));
        _bravo.Say(Lobby, "nobody");
        Join(Peers.Number(3));
        _bravo.Say(Lobby, "again");
        Assert.Equal("again", NextHeard());
    }

    [Fact]
    public void A_room_of_the_same_name_on_this_node_hears_it_too_and_the_one_that_it_was_said_in_does_not()
    {
        var second = CreateTestProbe("second");
        Join(Peers.Number(1));
        Join(Peers.Number(2), "second", second);
        Say("hi");
        Assert.Equal("hi", Peers.Text(second.ExpectMsg<RoomCommands.Hear>().Line.Span));
        Describe();
        Assert.False(_room.HasMessages);
    }

    [Fact]
    public void While_nothing_moves_what_is_said_waits_the_oldest_makes_way_and_the_rest_goes_when_it_moves_again()
    {
        _bravo.Subscribe(Lobby);
        _exchange.Set(InProcessLink.Down);
        AwaitAssert(() => Assert.False(Counted.IsUp));
        Say("1", "2", "3", "4", "5", "6", "7");
        Describe();
        Assert.Equal((Queue, 2L), (Counted.Waiting, _counters.Dropped(DropReason.BackplaneQueueFull)));
        _exchange.Set(InProcessLink.Up);
        _bravo.Sink.Until("all that waited is heard", () => _bravo.Sink.Heard.Count == Queue);
        Assert.Equal(["3", "4", "5", "6", "7"], _bravo.Sink.Heard.Select(message => Peers.Text(message.Line.Span)));
        AwaitAssert(() => Assert.Equal((1, 0), (Counted.Reconnects, Counted.Waiting)));
    }

    [Fact]
    public void What_hangs_in_the_backplane_is_not_lost()
    {
        _bravo.Subscribe(Lobby);
        _exchange.Set(InProcessLink.Hung, Alpha);
        Say("1", "2");
        Describe();
        Assert.Equal((2, 0), (Counted.Unconfirmed, _bravo.Sink.Heard.Count));
        _exchange.Set(InProcessLink.Up, Alpha);
        _bravo.Sink.Until("both are heard", () => _bravo.Sink.Heard.Count == 2);
        AwaitAssert(() => Assert.Equal(2, Counted.Confirmed));
    }

    [Fact]
    public void What_was_not_confirmed_is_published_again_after_a_disconnection_under_its_number()
    {
        _bravo.Subscribe(Lobby);
        _exchange.Set(InProcessLink.Unconfirmed, Alpha);
        Say("1", "2");
        _bravo.Sink.Until("both are heard", () => _bravo.Sink.Heard.Count == 2);
        _exchange.Set(InProcessLink.Down, Alpha);
        Say("3");
        _exchange.Set(InProcessLink.Up, Alpha);
        _bravo.Sink.Until("all are heard", () => _bravo.Sink.Heard.Count == 5);
        Assert.Equal([1, 2, 1, 2, 3], _bravo.Sink.Heard.Select(message => message.Sequence));
        AwaitAssert(() => Assert.Equal((5, 3), (Counted.Published, Counted.Confirmed)));
    }

    [Fact]
    public void Who_asks_gets_the_roster_and_every_beat_tells_what_has_changed()
    {
        Join(Peers.Number(1));
        Beat();
        var change = Told<NodeNews.RosterChange>();
        Assert.Equal((1, Peers.Number(1)), (change.Version, Assert.Single(change.Joined).Endpoint));
        // Behind the beat of the connection itself, which may not have come yet.
        _bravo.Sink.Until("the beat tells it", () => _bravo.Sink.News.OfType<NodeNews.Beat>().Any(beat => beat.Version == 1));

        _bravo.Tell(new NodeNews.RosterRequest(_bravo.Self, new NodeId("charlie")));
        _bravo.Tell(new NodeNews.RosterRequest(_bravo.Self, Alpha));
        Beat();
        var snapshot = Told<NodeNews.RosterSnapshot>();
        Assert.Equal((1, 1, 1), (snapshot.Version, snapshot.Part, snapshot.Parts));
        Assert.Equal(Nodes.Member(Peers.Number(1)), Assert.Single(snapshot.Members));

        Leave(Peers.Number(1));
        Beat();
        Assert.Equal(LeaveReason.Quit, Assert.Single(Told<NodeNews.RosterChange>().Left).Reason);
    }

    [Fact]
    public void A_room_that_closes_takes_its_listeners_members_with_it()
    {
        Join(Peers.Number(1));
        Join(Peers.Number(2), "second", _room);
        Beat();
        Told<NodeNews.RosterChange>();
        _backplane.Tell(new BackplaneCommands.Closed("chat", LeaveReason.HubStopping), _room.Ref);
        Beat();
        var left = Assert.Single(Told<NodeNews.RosterChange>().Left);
        Assert.Equal((Peers.Number(1), LeaveReason.HubStopping), (left.Endpoint, left.Reason));
    }

    [Fact]
    public void The_members_are_asked_how_long_they_were_silent_and_the_others_are_told()
    {
        Join(Peers.Number(1));
        _bravo.Tell(new NodeNews.Beat(_bravo.Self, 0));
        Beat();
        _room.ExpectMsg<RoomCommands.DescribeClients>();
        _room.Reply(new RoomEvents.ClientsAsked(1));
        _room.Reply(new ClientLine(Peers.Number(1), "chat", Lobby, TimeSpan.FromSeconds(3)));
        AwaitAssert(() =>
        {
            Beat();
            var all = _bravo.Sink.News.OfType<NodeNews.RosterSnapshot>().LastOrDefault();
            Assert.Equal(TimeSpan.FromSeconds(3), all?.Members.SingleOrDefault()?.Silent);
        });
    }

    [Fact]
    public void Another_hub_of_the_same_name_is_not_heard_and_the_operator_is_told_once()
    {
        Join(Peers.Number(1));
        var namesake = new TestNode(_exchange.Connect(), "alpha", life: 1);
        namesake.Say(Lobby, "perhaps of an earlier life");
        Describe();
        Clock.Advance(BackplaneOptions.Default.NodeTimeout);
        EventFilter.Warning(contains: "give each its own hub.node").ExpectOne(() =>
        {
            namesake.Say(Lobby, "hi");
            namesake.Say(Lobby, "hi");
            Describe();
        });
        Assert.False(_room.HasMessages);
        Assert.Equal((0, 3L), (_setup.Incoming.Taken, _counters.Dropped(DropReason.BackplaneNotHeard)));
        Assert.Empty(Counted.Peers);
    }

    [Fact]
    public void Beyond_its_bound_further_nodes_are_not_heard()
    {
        for (var n = 0; n < BackplaneActor.MaxPeers + 3; n++)
        {
            _setup.Incoming.TakeMore(1);
            _backplane.Tell(new BackplaneCommands.Told(new NodeNews.Beat(Nodes.Life($"n{n}"), 0)));
        }

        AwaitAssert(() => Assert.Equal(0, _setup.Incoming.Taken));
        Assert.Equal((BackplaneActor.MaxPeers, 3L), (Counted.Peers.Count, _counters.Dropped(DropReason.BackplaneNotHeard)));
    }

    [Fact]
    public void News_that_the_backplane_does_not_take_is_counted_and_without_a_connection_there_is_none()
    {
        Join(Peers.Number(1));
        _exchange.Set(InProcessLink.Hung, Alpha);
        Beat();
        Describe();
        Assert.Equal(2, _counters.Dropped(DropReason.BackplaneNewsRefused));
        _exchange.Set(InProcessLink.Down, Alpha);
        Join(Peers.Number(2));
        Beat();
        Describe();
        Assert.Equal(2, _counters.Dropped(DropReason.BackplaneNewsRefused));
        _exchange.Set(InProcessLink.Up, Alpha);
        Assert.Equal(Peers.Number(2), Assert.Single(Told<NodeNews.RosterChange>().Joined).Endpoint);
    }

    [Fact]
    public void What_the_backplane_overlooked_is_counted()
    {
        new BackplaneSink(_setup, _backplane).Overlooked("a call ended with its connection");
        AwaitAssert(() => Assert.Equal(1, Counted.Overlooked));
    }

    [Fact]
    public void What_comes_faster_than_it_is_taken_is_dropped_and_counted()
    {
        var sink = new BackplaneSink(_setup, CreateTestProbe("slow").Ref);
        for (var n = 1; n <= Queue + 2; n++)
        {
            sink.Heard(Nodes.Message("bravo", n));
        }

        Assert.Equal(2, _counters.Dropped(DropReason.BackplaneBusy));
        sink.Rejected("no node of ours");
        sink.Heard(Nodes.Message("bravo", 9) with { Line = new byte[BackplaneMessage.MaxLineBytes + 1] });
        Assert.Equal(2, _counters.Dropped(DropReason.BackplaneForeign));
    }

    [Fact]
    public void When_the_hub_stops_the_others_are_told_and_what_waits_is_counted()
    {
        _backplane.Tell(BackplaneCommands.Stop.Instance);
        Told<NodeNews.Stopping>();
        Clock.Advance(BackplaneOptions.Default.Heartbeat * 3);
        Describe();
        Assert.IsType<NodeNews.Stopping>(_bravo.Sink.News[^1]);
        _exchange.Set(InProcessLink.Down);
        Say("1", "2");
        Describe();
        Watch(_backplane);
        Sys.Stop(_backplane);
        ExpectTerminated(_backplane);
        Assert.Equal(2, _counters.Dropped(DropReason.HubStopping));
    }

    private void Say(params string[] texts) => Say(Lobby, texts);

    private void Say(RoomName room, params string[] texts)
    {
        foreach (var text in texts)
        {
            _setup.Outgoing.TakeMore(1);
            _backplane.Tell(new BackplaneCommands.Said(room, Peers.Bytes(text)), _room.Ref);
        }
    }

    private void Join(EndpointKey endpoint, string listener = "chat", TestProbe? room = null)
    {
        _backplane.Tell(new BackplaneCommands.Joined(listener, endpoint, Lobby, IsShared: true), (room ?? _room).Ref);
        Describe();
    }

    private void Leave(EndpointKey endpoint)
    {
        _backplane.Tell(new BackplaneCommands.Left("chat", endpoint, LeaveReason.Quit), _room.Ref);
        Describe();
    }

    private void Beat() => _backplane.Tell(BackplaneCommands.Beat.Instance);

    private string NextHeard() => Peers.Text(_room.FishForMessage<RoomCommands.Hear>(_ => true).Line.Span);

    /// <summary>The latest news of that kind, once there is one more than there was.</summary>
    private T Told<T>()
        where T : NodeNews
    {
        var known = _known.GetValueOrDefault(typeof(T));
        _bravo.Sink.Until($"{typeof(T).Name} is told", () => _bravo.Sink.News.OfType<T>().Count() > known);
        var all = _bravo.Sink.News.OfType<T>().ToList();
        _known[typeof(T)] = all.Count;
        return all[^1];
    }

    private readonly Dictionary<Type, int> _known = [];

    /// <summary>Answered behind all that it was told before.</summary>
    private void Describe()
    {
        _backplane.Tell(BackplaneCommands.DescribeClients.Instance, TestActor);
        ExpectMsg<ClientsReport>();
    }
}
