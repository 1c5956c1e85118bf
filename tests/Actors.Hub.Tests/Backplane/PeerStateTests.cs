using Actors.Datagrams;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane;

public sealed class PeerStateTests
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);
    private static readonly NodeIncarnation First = Nodes.Life("bravo", 1);
    private static readonly NodeIncarnation Second = Nodes.Life("bravo", 2);

    private readonly PeerCounters _counters = new(new NodeId("bravo"));
    private readonly PeerState _state;

    public PeerStateTests() => _state = new PeerState(_counters);

    [Fact]
    public void A_node_appears_with_its_first_sign_and_is_known_from_then_on()
    {
        Assert.True(_state.IsLost);
        Assert.Equal(PeerSign.Appeared, _state.Sign(First));
        Assert.Equal(PeerSign.Known, _state.Sign(First));
        Assert.True(_counters.IsAlive);
    }

    [Fact]
    public void Each_message_of_a_room_is_new_once()
    {
        _state.Sign(First);
        var sequences = new long[] { 3, 4, 4, 3, 4, 5 };
        Assert.Equal([3, 4, 5], sequences.Where(sequence => _state.Hear(Nodes.Message("bravo", sequence))));
        Assert.True(_state.Hear(Nodes.Message("bravo", 1, room: "other")));
    }

    [Fact]
    public void What_was_heard_before_the_node_was_lost_is_not_new_afterwards()
    {
        _state.Sign(First);
        _state.Hear(Nodes.Message("bravo", 7));
        _state.Lose(LeaveReason.NodeLost);
        Assert.Equal(PeerSign.Appeared, _state.Sign(First));
        Assert.False(_state.Hear(Nodes.Message("bravo", 7)));
        Assert.True(_state.Hear(Nodes.Message("bravo", 8)));
    }

    [Fact]
    public void A_new_life_counts_anew_and_the_members_of_the_old_one_are_gone()
    {
        _state.Sign(First);
        _state.Hear(Nodes.Message("bravo", 7));
        _state.Take(Nodes.Snapshot(First, 1, Ann, Bob));
        Assert.Equal(PeerSign.Restarted, _state.Sign(Second));
        Assert.True(_state.Hear(Nodes.Message("bravo", 1, life: 2)));
        Assert.Empty(_state.Members);
        Assert.Equal((2, 0), (_counters.Left(LeaveReason.NodeLost), _counters.Members));
        Assert.True(_counters.IsAlive);
    }

    [Fact]
    public void What_comes_late_of_an_earlier_life_is_stale_unless_the_later_one_was_lost()
    {
        _state.Sign(Second);
        Assert.Equal(PeerSign.Stale, _state.Sign(First));
        _state.Lose(LeaveReason.NodeLost);
        Assert.Equal(PeerSign.Appeared, _state.Sign(First));
    }

    [Fact]
    public void A_roster_is_asked_for_until_all_of_it_has_come_and_whenever_a_change_was_missed()
    {
        _state.Sign(First);
        Assert.False(_state.Take(new NodeNews.Beat(First, 0)));
        Assert.False(_state.Take(new NodeNews.RosterChange(First, 5, [Nodes.Member(Ann)], [])));
        _state.Take(Nodes.Snapshot(First, 5, Ann));
        Assert.True(_state.Take(new NodeNews.Beat(First, 5)));
        Assert.True(_state.Take(new NodeNews.RosterChange(First, 6, [Nodes.Member(Bob)], [new RosterLeft(Ann, "chat", LeaveReason.Silent)])));
        Assert.Equal([Bob], Members());
        Assert.Equal((1, 1), (_counters.Left(LeaveReason.Silent), _counters.Members));
        Assert.False(_state.Take(new NodeNews.RosterChange(First, 8, [Nodes.Member(Cid)], [])));
        Assert.False(_state.Take(new NodeNews.Beat(First, 8)));
        Assert.True(_state.Take(new NodeNews.RosterChange(First, 6, [Nodes.Member(Cid)], [])));
        Assert.Equal([Bob], Members());
    }

    [Fact]
    public void A_snapshot_replaces_what_was_known_when_its_last_part_has_come()
    {
        _state.Sign(First);
        _state.Take(Nodes.Snapshot(First, 1, Ann));
        _state.Take(Part(1, 2, Bob));
        Assert.Equal([Ann], Members());
        _state.Take(Part(2, 2, Cid));
        Assert.Equal([Bob, Cid], Members());
        Assert.True(_state.Take(new NodeNews.Beat(First, 2)));
    }

    [Fact]
    public void A_snapshot_of_which_a_part_is_missing_changes_nothing()
    {
        _state.Sign(First);
        _state.Take(Nodes.Snapshot(First, 1, Ann));
        _state.Take(Part(1, 3, Bob));
        _state.Take(Part(3, 3, Cid));
        _state.Take(Part(2, 3, Cid));
        _state.Take(Part(3, 3, Cid));
        Assert.Equal([Ann], Members());
    }

    [Fact]
    public void The_members_of_a_lost_node_are_gone_for_that_reason()
    {
        _state.Sign(First);
        _state.Take(Nodes.Snapshot(First, 1, Ann, Bob));
        Assert.Equal(2, _state.Lose(LeaveReason.NodeLost));
        Assert.Empty(_state.Members);
        Assert.False(_counters.IsAlive);
        Assert.Equal((2, 0), (_counters.Left(LeaveReason.NodeLost), _counters.Members));
    }

    private static NodeNews.RosterSnapshot Part(int part, int parts, EndpointKey member) =>
        new(First, 2, part, parts, [Nodes.Member(member)]);

    private IEnumerable<EndpointKey> Members() => _state.Members.Select(member => member.Endpoint).OrderBy(endpoint => endpoint.ToString());
}
