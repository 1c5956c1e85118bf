using Actors.Datagrams;
using Actors.Hub.Backplane;
using Akka.Actor;

namespace Actors.Hub.Tests.Backplane;

public sealed class LocalRosterSpecs : HubSpec
{
    private static readonly NodeIncarnation Life = Nodes.Life("alpha");
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly LocalRoster _roster = new();
    private readonly IActorRef _chat;
    private readonly IActorRef _second;

    public LocalRosterSpecs()
    {
        _chat = CreateTestProbe("chat").Ref;
        _second = CreateTestProbe("second").Ref;
    }

    [Fact]
    public void A_rooms_first_member_and_its_last_are_told_from_the_others()
    {
        Assert.True(_roster.Join(Nodes.Member(Ann), _chat));
        Assert.False(_roster.Join(Nodes.Member(Bob), _chat));
        Assert.Null(Leave(Ann, "chat", _chat));
        Assert.Equal(Nodes.Lobby, Leave(Bob, "chat", _chat));
        Assert.Null(Leave(Bob, "chat", _chat));
        Assert.Empty(_roster.RoomsOf(Nodes.Lobby));
    }

    [Fact]
    public void Rooms_of_one_name_are_one_until_the_last_member_of_any_leaves()
    {
        Assert.True(_roster.Join(Nodes.Member(Ann), _chat));
        Assert.False(_roster.Join(Nodes.Member(Ann, "second"), _second));
        Assert.Equal([_chat, _second], _roster.RoomsOf(Nodes.Lobby).ToHashSet());
        Assert.Null(Leave(Ann, "chat", _chat));
        Assert.Equal([_second], _roster.RoomsOf(Nodes.Lobby));
        Assert.Equal(Nodes.Lobby, Leave(Ann, "second", _second));
    }

    [Fact]
    public void Who_is_in_a_room_that_is_not_shared_is_a_member_and_hears_nothing()
    {
        Assert.False(_roster.Join(Nodes.Member(Ann, "echo"), null));
        Assert.Empty(_roster.RoomsOf(Nodes.Lobby));
        Assert.True(_roster.Join(Nodes.Member(Bob), _chat));
        Assert.Null(Leave(Ann, "echo", _second));
        Assert.Equal([_chat], _roster.RoomsOf(Nodes.Lobby));
        Assert.Equal(1, _roster.Members);
    }

    [Fact]
    public void Others_who_hear_every_change_know_the_same_members()
    {
        var peer = new PeerState(new PeerCounters(Life.Node));
        peer.Sign(Life);
        Tell(peer, Snapshot());
        _roster.Join(Nodes.Member(Ann), _chat);
        Leave(Ann, "chat", _chat);
        _roster.Join(Nodes.Member(Bob), _chat);
        Tell(peer, _roster.TakeChanges(Life));
        Assert.Equal([Bob], peer.Members.Select(member => member.Endpoint));

        Leave(Bob, "chat", _chat);
        _roster.Join(Nodes.Member(Bob), _chat);
        _roster.Join(Nodes.Member(Ann), _chat);
        Tell(peer, _roster.TakeChanges(Life));
        Assert.Equal([Ann, Bob], peer.Members.Select(member => member.Endpoint).OrderBy(endpoint => endpoint.ToString()));
        Assert.True(peer.Take(new NodeNews.Beat(Life, _roster.Version)));
        Assert.Empty(_roster.TakeChanges(Life));
    }

    [Fact]
    public void Many_changes_and_many_members_are_told_in_parts_that_are_never_too_large()
    {
        for (var n = 1; n <= 1_200; n++)
        {
            _roster.Join(Nodes.Member(Peers.Number(n)), _chat);
        }

        Assert.Equal([500, 500, 200], _roster.TakeChanges(Life).ToList().Select(change => change.Joined.Count));
        Assert.Equal(3, _roster.Version);
        Assert.Equal(["3 1/3 500", "3 2/3 500", "3 3/3 200"], Snapshot().Select(part => $"{part.Version} {part.Part}/{part.Parts} {part.Members.Count}"));
    }

    [Fact]
    public void Where_more_changes_than_may_wait_no_part_of_them_is_told_and_the_version_shows_that_something_was_missed()
    {
        for (var n = 0; n <= LocalRoster.MaxChanges; n++)
        {
            _roster.Join(Nodes.Member(Peers.Number(n)), _chat);
        }

        Assert.Empty(_roster.TakeChanges(Life));
        Assert.Equal(1, _roster.Version);
        Assert.Equal(LocalRoster.MaxChanges + 1, Snapshot().Sum(part => part.Members.Count));
        _roster.Join(Nodes.Member(Peers.At("10.9.9.9:1")), _chat);
        Assert.Equal(2, Assert.Single(_roster.TakeChanges(Life)).Version);
    }

    [Fact]
    public void A_snapshot_tells_how_long_each_was_silent_when_that_was_last_reported()
    {
        _roster.Join(Nodes.Member(Ann), _chat);
        _roster.Report(new ClientLine(Ann, "chat", Nodes.Lobby, TimeSpan.FromSeconds(3)));
        _roster.Report(new ClientLine(Bob, "chat", Nodes.Lobby, TimeSpan.FromSeconds(3)));
        Assert.Equal(Nodes.Member(Ann) with { Silent = TimeSpan.FromSeconds(3) }, Assert.Single(Assert.Single(Snapshot()).Members));
    }

    private RoomName? Leave(EndpointKey endpoint, string listener, IActorRef room) =>
        _roster.Leave(listener, endpoint, LeaveReason.Quit, room);

    private List<NodeNews.RosterSnapshot> Snapshot()
    {
        var parts = new List<NodeNews.RosterSnapshot>();
        using var snapshot = _roster.Snapshot(Life);
        while (snapshot.MoveNext())
        {
            parts.Add(snapshot.Current);
        }

        return parts;
    }

    private static void Tell(PeerState peer, IEnumerable<NodeNews> news)
    {
        foreach (var one in news)
        {
            Assert.True(peer.Take(one));
        }
    }
}
