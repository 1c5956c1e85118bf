using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;

namespace Actors.Hub.Tests.Sockets;

public sealed class OutboxTests
{
    private const int ManyMembers = 3 * Outbox.DatagramsATurn;

    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly DatagramPool _pool = new(capacity: 16);
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new Outbox(new Wire(_wire, _counters, Peers.Unwatched), _counters, Peers.Unwatched, maxLines: 3);

    [Fact]
    public void A_line_to_very_many_goes_out_in_turns()
    {
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        for (var turn = 1; turn <= 3; turn++)
        {
            Assert.Equal(turn == 1, _pool.Free == 15 && _counters.Sent == 0);
            _outbox.BeginTurn();
            _outbox.Send(Peers.Noon, onlyOwn: false);
            Assert.Equal(turn * Outbox.DatagramsATurn, _counters.Sent);
        }

        Assert.True(_outbox.IsEmpty);
        Assert.Equal(16, _pool.Free);
    }

    [Fact]
    public void Many_short_lines_share_a_turn_and_each_peer_gets_its_kind()
    {
        _outbox.Add(Said("one", new Recipients([Ann], [Bob])));
        _outbox.Add(Said("two", new Recipients([Ann], [Bob])));
        _outbox.Send(Peers.Noon, onlyOwn: false);
        Assert.Equal(["one", "two"], [_wire.Next(Ann), _wire.Next(Ann)]);
        Assert.Equal(["one\n", "two\n"], [_wire.Next(Bob), _wire.Next(Bob)]);
        Assert.Equal(16, _pool.Free);
    }

    [Fact]
    public void A_line_more_than_may_wait_is_dropped_and_counted_and_its_lease_is_back()
    {
        for (var line = 0; line < 4; line++)
        {
            _outbox.Add(Said("hi", new Recipients([Ann, Bob], [])));
        }

        Assert.Equal(2, _counters.Dropped(DropReason.TooMuchToSend));
        Assert.Equal(13, _pool.Free);
        _outbox.Send(Peers.Noon, onlyOwn: false);
        Assert.Equal(6, _counters.Sent);
    }

    [Fact]
    public void As_many_datagrams_as_may_wait_leave_no_room_for_another_line()
    {
        var everyone = Everyone(Outbox.MaxDatagrams);
        _outbox.Add(Said("one", everyone));
        _outbox.Add(Said("two", everyone));
        Assert.Equal(everyone.Count, _counters.Dropped(DropReason.TooMuchToSend));
        _outbox.Send(Peers.Noon, onlyOwn: false);
        _outbox.Add(Said("three", everyone));
        Assert.Equal(everyone.Count, _counters.Dropped(DropReason.TooMuchToSend));
    }

    [Fact]
    public void The_hubs_own_word_finds_room_and_overtakes_what_peers_said()
    {
        for (var line = 0; line < 3; line++)
        {
            _outbox.Add(Said("hi", new Recipients([Ann, Bob], [])));
        }

        _outbox.Add(new SocketCommands.SendToMany(ChatProtocol.Bye, new Recipients([Ann], []), Cause: null));
        _outbox.Send(Peers.Noon, onlyOwn: true);
        Assert.Equal("Bye!", _wire.Next(Ann));
        Assert.False(_wire.HasMore(Bob));
        Assert.Equal(6, _counters.Dropped(DropReason.HubStopping));
        Assert.Equal(16, _pool.Free);
    }

    [Fact]
    public void Who_left_is_sent_nothing_of_what_was_said_before_and_everything_afterwards()
    {
        _outbox.Add(Said("before", Everyone(ManyMembers)));
        _outbox.Left(Peers.Number(ManyMembers));
        _outbox.Add(Said("after", new Recipients([Peers.Number(ManyMembers)], [])));
        SendAll();
        Assert.Equal("after", _wire.Next(Peers.Number(ManyMembers)));
        Assert.Equal(1, _counters.Dropped(DropReason.MemberLeft));
        Assert.Equal(ManyMembers, _counters.Sent);
    }

    [Fact]
    public void Something_is_done_when_all_before_it_was_sent()
    {
        var sent = -1L;
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        _outbox.Then(() => sent = _counters.Sent);
        SendAll();
        Assert.Equal(ManyMembers, sent);
    }

    [Fact]
    public void A_line_on_which_sending_throws_is_given_up_and_counted_and_the_next_goes_out()
    {
        _outbox.Add(Said("lost", Everyone(ManyMembers)));
        _outbox.Add(Said("next", new Recipients([Ann], [])));
        _wire.FailOnce();
        Assert.Throws<InvalidOperationException>(() => _outbox.Send(Peers.Noon, onlyOwn: false));
        Assert.Equal(ManyMembers, _counters.Dropped(DropReason.ListenerRestarted));
        SendAll();
        Assert.Equal("next", _wire.Next(Ann));
        Assert.Equal(16, _pool.Free);
    }

    [Fact]
    public void What_is_given_up_is_counted_and_its_leases_are_back()
    {
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        _outbox.Send(Peers.Noon, onlyOwn: false);
        _outbox.Clear(DropReason.SendClosed);
        Assert.Equal(2 * Outbox.DatagramsATurn, _counters.Dropped(DropReason.SendClosed));
        Assert.Equal(16, _pool.Free);
        Assert.True(_outbox.IsEmpty);
    }

    private void SendAll()
    {
        while (!_outbox.IsEmpty)
        {
            _outbox.BeginTurn();
            _outbox.Send(Peers.Noon, onlyOwn: false);
        }
    }

    private static Recipients Everyone(int members) => new([.. Enumerable.Range(1, members).Select(Peers.Number)], []);

    private SocketCommands.SendToMany Said(string text, Recipients recipients)
    {
        Assert.True(_pool.TryRent(out var datagram));
        datagram.Fill(Ann, Peers.Bytes(text), DateTimeOffset.UnixEpoch);
        return new SocketCommands.SendToMany(Line.Of(Peers.Bytes(text)), recipients, datagram);
    }
}
