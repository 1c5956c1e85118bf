using Actors.Hub.Backplane;
using Actors.Hub.Rooms;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Backplane;

/// <summary>Another node's actor in virtual time; the test plays its node, its parent and two rooms.</summary>
public sealed class PeerNodeActorSpecs : HubSpec
{
    private static readonly NodeId Bravo = new("bravo");
    private static readonly NodeIncarnation Life = Nodes.Life("bravo");

    private readonly HubCounters _counters = new();
    private readonly BackplaneSetup _setup;
    private readonly TestProbe _backplane;
    private readonly TestProbe _room;
    private readonly TestProbe _second;
    private readonly IActorRef _peer;

    public PeerNodeActorSpecs()
    {
        _setup = new BackplaneSetup(new InProcessExchange().Connect(), new NodeId("alpha"), BackplaneOptions.Default, _counters);
        _backplane = CreateTestProbe("backplane");
        _room = CreateTestProbe("room");
        _second = CreateTestProbe("second");
        _peer = _backplane.ChildActorOf(PeerNodeActor.Props(_setup, Bravo), "peer");
    }

    private PeerCounters Peer => _counters.Backplane.Peer(Bravo);

    [Fact]
    public void What_it_says_each_room_hears_once_in_order_and_every_credit_comes_back()
    {
        foreach (var sequence in new long[] { 1, 2, 1, 2, 3 })
        {
            Hears(Nodes.Message("bravo", sequence), _room, _second);
        }

        foreach (var room in new[] { _room, _second })
        {
            foreach (var text in new[] { "m1", "m2", "m3" })
            {
                Assert.Equal(text, Peers.Text(room.ExpectMsg<RoomCommands.Hear>().Line.Span));
                _setup.Incoming.Return();
            }
        }

        Assert.Empty(Clients());
        Assert.Equal((3, 2), (Peer.Consumed, Peer.Duplicates));
        Assert.Equal(0, _setup.Incoming.Taken);
    }

    [Fact]
    public void What_nobody_here_is_in_the_room_for_gives_its_credit_back()
    {
        Hears(Nodes.Message("bravo", 1));
        AwaitAssert(() => Assert.Equal(0, _setup.Incoming.Taken));
    }

    [Fact]
    public void What_nobody_here_was_in_the_room_for_is_not_remembered()
    {
        Hears(Nodes.Message("bravo", 1));
        Hears(Nodes.Message("bravo", 1), _room);
        Assert.Equal("m1", Peers.Text(_room.ExpectMsg<RoomCommands.Hear>().Line.Span));
        Assert.Equal(0, Peer.Duplicates);
    }

    [Fact]
    public void News_of_a_life_that_is_over_is_dropped_and_counted()
    {
        Tells(new NodeNews.Beat(Nodes.Life("bravo", 2), 0));
        Tells(new NodeNews.Stopping(Nodes.Life("bravo", 1)));
        Assert.Empty(Clients());
        Assert.Equal((true, 1), (Peer.IsAlive, _counters.Dropped(DropReason.BackplaneNotHeard)));
        Assert.Equal(0, _setup.Incoming.Taken);
    }

    [Fact]
    public void Its_roster_is_asked_for_with_the_first_sign_and_not_when_it_is_known()
    {
        Tells(new NodeNews.Beat(Life, 3));
        Assert.Equal(Bravo, _backplane.ExpectMsg<BackplaneCommands.AskRoster>().Of);
        Tells(Nodes.Snapshot(Life, 3, Peers.Number(1), Peers.Number(2)));
        Tells(new NodeNews.Beat(Life, 3));
        Assert.Equal([Peers.Number(1), Peers.Number(2)], Clients().Select(line => line.Endpoint).OrderBy(endpoint => endpoint.ToString()));
        Assert.False(_backplane.HasMessages);
        Tells(new NodeNews.Beat(Life, 4));
        _backplane.ExpectMsg<BackplaneCommands.AskRoster>();
    }

    [Fact]
    public void It_is_lost_at_its_timeout_and_no_question_of_ours_keeps_it()
    {
        Tells(Nodes.Snapshot(Life, 0, Peers.Number(1)));
        Assert.Single(Clients());
        Clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.Single(Clients());
        Assert.True(Peer.IsAlive);
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        AwaitAssert(() => Assert.False(Peer.IsAlive));
        Assert.Empty(Clients());
        Assert.Equal((1, 1), (Peer.Left(LeaveReason.NodeLost), Peer.Lost));
    }

    [Fact]
    public void Each_sign_of_life_begins_its_silence_anew()
    {
        for (var n = 1; n <= 5; n++)
        {
            Tells(new NodeNews.Beat(Life, 0));
            Hears(Nodes.Message("bravo", n), _room);
            _room.ExpectMsg<RoomCommands.Hear>();
            Clock.Advance(TimeSpan.FromSeconds(3.5));
        }

        Assert.Empty(Clients());
        Assert.Equal((true, 0), (Peer.IsAlive, Peer.Lost));
    }

    [Fact]
    public void One_that_stops_in_good_order_is_gone_at_once_and_was_not_lost()
    {
        Tells(Nodes.Snapshot(Life, 0, Peers.Number(1)));
        Tells(new NodeNews.Stopping(Life));
        Assert.Empty(Clients());
        Assert.Equal((1, 0), (Peer.Left(LeaveReason.HubStopping), Peer.Lost));

        // What it had said before is heard nevertheless.
        Hears(Nodes.Message("bravo", 1), _room);
        Assert.Equal("m1", Peers.Text(_room.ExpectMsg<RoomCommands.Hear>().Line.Span));
        Clock.Advance(BackplaneOptions.Default.NodeTimeout);
        Assert.Empty(Clients());
        Assert.Equal((false, 0), (Peer.IsAlive, Peer.Lost));
        Tells(new NodeNews.Beat(Nodes.Life("bravo", 2), 0));
        Assert.Empty(Clients());
        Assert.True(Peer.IsAlive);
    }

    [Fact]
    public void One_that_comes_back_is_alive_its_roster_is_asked_for_and_what_it_says_again_is_not_heard_again()
    {
        Hears(Nodes.Message("bravo", 1), _room);
        _room.ExpectMsg<RoomCommands.Hear>();
        Clock.Advance(TimeSpan.FromSeconds(4));
        AwaitAssert(() => Assert.False(Peer.IsAlive));
        Hears(Nodes.Message("bravo", 1), _room);
        Hears(Nodes.Message("bravo", 2), _room);
        Assert.Equal("m2", Peers.Text(_room.ExpectMsg<RoomCommands.Hear>().Line.Span));
        Assert.True(Peer.IsAlive);
        Tells(new NodeNews.Beat(Life, 0));
        _backplane.ExpectMsg<BackplaneCommands.AskRoster>();
    }

    [Fact]
    public void One_that_stays_away_is_forgotten()
    {
        Tells(new NodeNews.Stopping(Life));
        Assert.Empty(Clients());
        Clock.Advance(PeerNodeActor.ForgetTime);
        Assert.Equal(Bravo, _backplane.ExpectMsg<BackplaneCommands.Forget>().Node);
    }

    [Fact]
    public void Its_rooms_are_those_that_it_has_members_in()
    {
        Tells(Nodes.Snapshot(Life, 0, Peers.Number(1), Peers.Number(2)));
        _peer.Tell(PeerCommands.DescribeRooms.Instance, TestActor);
        var line = Assert.Single(ExpectMsg<RoomsReport>().Rooms);
        Assert.Equal(new RoomLine("chat", Nodes.Lobby, "", 2, 0) { Node = Bravo }, line);
    }

    private void Hears(BackplaneMessage message, params TestProbe[] rooms)
    {
        Assert.True(_setup.Incoming.TryTake());
        _peer.Tell(new PeerCommands.Heard(message, [.. rooms.Select(room => room.Ref)]), _backplane.Ref);
    }

    private void Tells(NodeNews news)
    {
        Assert.True(_setup.Incoming.TryTake());
        _peer.Tell(new PeerCommands.Told(news), _backplane.Ref);
    }

    /// <summary>Answered behind all that it was told before.</summary>
    private IReadOnlyList<ClientLine> Clients()
    {
        _peer.Tell(PeerCommands.DescribeClients.Instance, TestActor);
        return ExpectMsg<ClientsReport>().Clients;
    }
}
