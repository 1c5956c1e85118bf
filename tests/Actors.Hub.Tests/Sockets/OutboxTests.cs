using Actors.Datagrams;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Tests.Sockets;

public sealed class OutboxTests : HubSpec
{
    private const int ManyMembers = 3 * Outbox.DatagramsATurn;
    private const int Leases = 256;

    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly Recipients AnnAndBob = Peers.Recipients([Ann], [Bob]);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new Outbox(new Wire([_wire], _counters, Peers.Unwatched), _counters, Peers.Unwatched, maxMessages: 6);

    [Fact]
    public void A_message_to_very_many_goes_out_in_turns()
    {
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        for (var turn = 1; turn <= 3; turn++)
        {
            Assert.Equal(Leases - 1, Pool.Free);
            _outbox.BeginTurn();
            Send();
            Assert.Equal(turn * Outbox.DatagramsATurn, _counters.Sent);
        }

        Assert.True(_outbox.IsEmpty);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_send_buffer_that_stays_full_ends_the_turn_and_the_next_one_goes_on_behind_whom_it_refused()
    {
        var (cid, dan) = (Peers.Number(3), Peers.Number(4));
        _wire.Refuse(Ann, SendRefusal.WouldBlock);
        _outbox.Add(Said("one", Peers.Recipients([Ann, Bob, cid])));
        _outbox.Left(Bob);
        _outbox.Add(Said("two", Peers.Recipients([Ann, cid])));
        _outbox.Add(Said("three", Peers.Recipients([dan])));
        Send();
        Assert.False(_wire.HasMore(cid));
        _outbox.BeginTurn();
        Send();
        Assert.Equal(["one", "two"], [_wire.Next(cid), _wire.Next(cid)]);
        Assert.False(_wire.HasMore(dan));
        _outbox.BeginTurn();
        Send();
        Assert.Equal("three", _wire.Next(dan));
        Assert.True(_outbox.IsEmpty);
        Assert.Equal((3, 2, 1), (_counters.Sent, _counters.Dropped(DropReason.SendWouldBlock), _counters.Dropped(DropReason.MemberLeft)));
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_waits_for_the_same_members_goes_out_together_and_each_gets_its_kind_in_order()
    {
        _outbox.Add(Said("one", AnnAndBob));
        _outbox.Add(Said("two", AnnAndBob));
        Assert.Equal(0, _wire.Calls);
        Send();
        Assert.Equal(["one", "two"], [_wire.Next(Ann), _wire.Next(Ann)]);
        Assert.Equal(["one\n", "two\n"], [_wire.Next(Bob), _wire.Next(Bob)]);
        Assert.Equal(2, _wire.Calls);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_is_said_after_somebody_joined_goes_to_it_and_what_was_said_before_does_not()
    {
        _outbox.Add(Said("before", Peers.Recipients([Ann])));
        _outbox.Add(Said("after", AnnAndBob));
        Send();
        Assert.Equal(["before", "after"], [_wire.Next(Ann), _wire.Next(Ann)]);
        Assert.Equal("after\n", _wire.Next(Bob));
        Assert.False(_wire.HasMore(Bob));
    }

    [Fact]
    public void Many_to_very_many_share_a_turn_and_nobody_hears_the_second_before_the_first()
    {
        var everyone = Everyone(Outbox.DatagramsATurn);
        _outbox.Add(Said("one", everyone));
        _outbox.Add(Said("two", everyone));
        Send();
        Assert.Equal(Outbox.DatagramsATurn, _counters.Sent);
        Assert.Equal(["one", "two"], [_wire.Next(Ann), _wire.Next(Ann)]);
        Assert.False(_wire.HasMore(Peers.Number(Outbox.DatagramsATurn)));
        SendAll();
        Assert.Equal(2 * Outbox.DatagramsATurn, _counters.Sent);
    }

    [Fact]
    public void The_longest_messages_do_not_fit_together_and_all_go_out()
    {
        var longest = new string('x', 65_507);
        _outbox.Add(Said(longest, AnnAndBob));
        _outbox.Add(Said(longest, AnnAndBob));
        Send();
        Assert.Equal([longest, longest], [_wire.Next(Ann), _wire.Next(Ann)]);
        Assert.Equal(4, _counters.Sent);
    }

    [Fact]
    public void Where_too_much_waits_the_oldest_is_dropped_and_counted_and_its_lease_is_back()
    {
        for (var n = 1; n <= 8; n++)
        {
            _outbox.Add(Said($"{n}", AnnAndBob));
        }

        Assert.Equal(4, _counters.Dropped(DropReason.TooMuchToSend));
        Assert.Equal((Leases - 6, 12), (Pool.Free, _outbox.Waiting));
        SendAll();
        Assert.Equal(0, _outbox.Waiting);
        Assert.Equal(["3", "4", "5", "6", "7", "8"], Enumerable.Range(0, 6).Select(_ => _wire.Next(Ann)));
    }

    [Fact]
    public void As_many_datagrams_as_may_wait_make_way_for_another_message_but_not_what_has_begun()
    {
        var everyone = Everyone(Outbox.MaxDatagrams);
        _outbox.Add(Said("one", everyone));
        _outbox.Add(Said("two", everyone));
        Assert.Equal(everyone.Count, _counters.Dropped(DropReason.TooMuchToSend));
        Send();
        Assert.Equal("two", _wire.Next(Ann));
        _outbox.Add(Said("three", everyone));
        _outbox.Add(Said("four", everyone));
        Assert.Equal(2 * everyone.Count, _counters.Dropped(DropReason.TooMuchToSend));
        SendAll();
        Assert.Equal(2 * everyone.Count, _counters.Sent);
        Assert.Equal("four", _wire.Next(Ann));
        EveryLeaseIsBack();
    }

    [Fact]
    public void The_hubs_own_word_finds_room_and_is_sent_when_what_peers_said_makes_way()
    {
        for (var n = 0; n < 6; n++)
        {
            _outbox.Add(Said("hi", AnnAndBob));
        }

        _outbox.Add(Peers.Message(Messages, "Bye!").For(AnnAndBob));
        Assert.Equal(0, _counters.Dropped(DropReason.TooMuchToSend));
        _outbox.Send(Clock, onlyOwn: true);
        Assert.Equal("Bye!", _wire.Next(Ann));
        Assert.Equal("Bye!\n", _wire.Next(Bob));
        Assert.False(_wire.HasMore(Bob));
        Assert.Equal(12, _counters.Dropped(DropReason.HubStopping));
        EveryLeaseIsBack();
    }

    [Fact]
    public void The_hubs_own_word_comes_after_what_was_said_before_and_before_what_was_said_after()
    {
        _outbox.Add(Said("one", AnnAndBob));
        _outbox.Add(Peers.Message(Messages, "own").For(AnnAndBob));
        _outbox.Add(Said("two", AnnAndBob));
        Send();
        Assert.Equal(["one", "own", "two"], [_wire.Next(Ann), _wire.Next(Ann), _wire.Next(Ann)]);
    }

    [Fact]
    public void Who_left_is_sent_nothing_of_what_was_said_before_and_everything_afterwards()
    {
        _outbox.Add(Said("before", Everyone(ManyMembers)));
        _outbox.Left(Peers.Number(ManyMembers));
        _outbox.Left(Peers.Number(2));
        _outbox.Add(Said("after", Peers.Recipients([Peers.Number(ManyMembers)])));
        SendAll();
        Assert.Equal("after", _wire.Next(Peers.Number(ManyMembers)));
        Assert.False(_wire.HasMore(Peers.Number(2)));
        Assert.Equal("before", _wire.Next(Peers.Number(3)));
        Assert.Equal(2, _counters.Dropped(DropReason.MemberLeft));
        Assert.Equal(ManyMembers - 1, _counters.Sent);
    }

    [Fact]
    public void Something_is_done_when_all_before_it_was_sent()
    {
        var sent = -1L;
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        _outbox.Then(() => sent = _counters.Sent);
        _outbox.Add(Said("later", Peers.Recipients([Bob])));
        SendAll();
        Assert.Equal(ManyMembers, sent);
    }

    [Fact]
    public void A_message_on_which_sending_throws_is_given_up_and_counted_and_the_next_goes_out()
    {
        _outbox.Add(Said("lost", Everyone(ManyMembers)));
        _outbox.Add(Said("next", Peers.Recipients([Ann])));
        _wire.FailOnce();
        Assert.Throws<InvalidOperationException>(Send);
        Assert.Equal(ManyMembers, _counters.Dropped(DropReason.ListenerRestarted));
        SendAll();
        Assert.Equal("next", _wire.Next(Ann));
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_is_given_up_is_counted_and_its_leases_are_back()
    {
        _outbox.Add(Said("hi", Everyone(ManyMembers)));
        Send();
        _outbox.Add(Said("hi", AnnAndBob));
        _outbox.Clear(DropReason.SendClosed);
        Assert.Equal((2 * Outbox.DatagramsATurn) + 2, _counters.Dropped(DropReason.SendClosed));
        Assert.True(_outbox.IsEmpty);
        EveryLeaseIsBack();
    }

    private void Send() => _outbox.Send(Clock, onlyOwn: false);

    private void SendAll()
    {
        while (!_outbox.IsEmpty)
        {
            _outbox.BeginTurn();
            Send();
        }
    }

    private static Recipients Everyone(int members) => Peers.Recipients([.. Enumerable.Range(1, members).Select(Peers.Number)]);

    private OutgoingMessage Said(string text, Recipients recipients) =>
        Peers.Message(Messages, text).SaidBy(Ann, Datagram(Ann, text)).For(recipients);
}
