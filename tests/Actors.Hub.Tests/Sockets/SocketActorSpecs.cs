using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Sockets;

/// <summary>The wire alone: the test plays the room and the clients.</summary>
public sealed class SocketActorSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly TestProbe _room;
    private readonly TestProbe _client;
    private readonly Listener _listener;
    private readonly IActorRef _socket;

    public SocketActorSpecs()
    {
        _room = CreateTestProbe("room");
        _client = CreateTestProbe("client");
        var outbox = new Outbox(new Wire([_wire], _counters, Peers.Unwatched), _counters, Peers.Unwatched, maxMessages: 100);
        var bound = new BoundListener(HubOptions.Default.Listeners[0], _wire);
        _listener = new Listener(bound, Pool, Peers.Unwatched, outbox, new OwnEndpoints([_wire.LocalEndpoint]));
        _socket = Sys.ActorOf(SocketActor.Props(_listener.Shards[0], _room.Ref, sending: null, _counters), "socket");
        _room.ExpectMsg<RoomCommands.Attach>();
    }

    [Fact]
    public void The_room_is_asked_once_and_what_comes_meanwhile_follows_in_order()
    {
        _wire.Arrive((Ann, "one"), (Ann, "two"));
        var first = Admitting("one");
        _wire.Arrive(Ann, "three");
        Received(3);
        _socket.Tell(new RoomEvents.Admitted(Member(Ann, _client)), _room.Ref);
        _wire.Arrive(Ann, "four");
        Heard(_client, "two", "three", "four");
        _room.ExpectNoMsg(TimeSpan.Zero);
        first.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_datagram_carries_the_time_of_its_arrival_on_the_actors_clock()
    {
        Clock.Advance(TimeSpan.FromHours(5));
        _wire.Arrive(Ann, "one");
        Assert.Equal(Clock.Now, _room.ExpectMsg<RoomCommands.Admit>().Datagram.ReceivedAt);
    }

    [Fact]
    public void What_waits_makes_way_for_the_hubs_last_word()
    {
        _listener.Hush();
        _socket.Tell(Said("late", plain: [Ann, Bob]));
        _wire.Arrive(Ann, "too late");
        Received(1);
        _socket.Tell(Peers.Message(Messages, "Bye!").For(Peers.Recipients([Ann])));
        Assert.Equal("Bye!", _wire.Next(Ann));
        Assert.False(_wire.HasMore(Bob));
        Assert.Equal(3, _counters.Dropped(DropReason.HubStopping));
        _room.ExpectNoMsg(TimeSpan.Zero);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_datagram_that_pretends_to_come_from_the_hub_itself_reaches_nobody()
    {
        _wire.Arrive(_wire.LocalEndpoint, "round and round");
        Received(1);
        _room.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(1, _counters.Dropped(DropReason.FromItself));
        EveryLeaseIsBack();
    }

    [Fact]
    public void When_the_room_refuses_it_is_asked_for_the_next_one()
    {
        _wire.Arrive((Ann, "one"), (Ann, "two"));
        Admitting("one").Release();
        _socket.Tell(new RoomEvents.Refused(Ann), _room.Ref);
        Admitting("two").Release();
        _socket.Tell(new RoomEvents.Refused(Ann), _room.Ref);
        _wire.Arrive(Ann, "three");
        Admitting("three").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_comes_while_a_client_leaves_is_admitted_anew_behind_what_it_kept()
    {
        Admit(Ann, _client);
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _client.ExpectMsg<ClientCommands.Released>();
        _wire.Arrive((Ann, "three"), (Ann, "four"));
        Received(3);
        _socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "one"), Datagram(Ann, "two")]), _client.Ref);

        Admitting("one").Release();
        var next = CreateTestProbe("next");
        _socket.Tell(new RoomEvents.Admitted(Member(Ann, next)), _room.Ref);
        Heard(next, "two", "three", "four");
        _client.ExpectNoMsg(TimeSpan.Zero);
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_whose_client_went_is_a_stranger()
    {
        Admit(Ann, _client);
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _client.ExpectMsg<ClientCommands.Released>();
        _socket.Tell(new SocketCommands.Gone(Ann, []), _client.Ref);
        _socket.Tell(new RoomEvents.ClientStopped(Member(Ann, _client)), _room.Ref);
        _wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_client_that_died_is_asked_about_anew()
    {
        Admit(Ann, _client);
        _socket.Tell(new RoomEvents.ClientStopped(Member(Ann, _client)), _room.Ref);
        _wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void The_end_of_an_earlier_client_does_not_touch_the_next_one()
    {
        Admit(Ann, _client);
        _socket.Tell(new RoomEvents.ClientStopped(Member(Ann, CreateTestProbe("earlier"))), _room.Ref);
        _wire.Arrive(Ann, "hello");
        Heard(_client, "hello");
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_line_goes_to_everyone_as_each_wants_it()
    {
        _socket.Tell(Said("hi", plain: [Ann], lines: [Bob]));
        Assert.Equal("hi", _wire.Next(Ann));
        Assert.Equal("hi\n", _wire.Next(Bob));
        AwaitAssert(() => Assert.Equal(2, _counters.Sent));
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_its_mailbox_holds_goes_out_together_in_order()
    {
        WhileItIsBusy(() =>
        {
            var everyone = Peers.Recipients([Ann], [Bob]);
            foreach (var text in new[] { "one", "two", "three" })
            {
                _socket.Tell(Said(text, everyone));
            }
        });
        Assert.Equal(["one", "two", "three"], [_wire.Next(Ann), _wire.Next(Ann), _wire.Next(Ann)]);
        Assert.Equal(["one\n", "two\n", "three\n"], [_wire.Next(Bob), _wire.Next(Bob), _wire.Next(Bob)]);
        Assert.Equal(2, _wire.Calls);
        EveryLeaseIsBack();
    }

    [Fact]
    public void Whoever_leaves_hears_what_was_said_before()
    {
        Admit(Ann, _client);
        WhileItIsBusy(() =>
        {
            _socket.Tell(Said("before", plain: [Ann]));
            _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref));
        });
        _client.ExpectMsg<ClientCommands.Released>();
        Assert.True(_wire.HasMore(Ann));
        Assert.Equal("before", _wire.Next(Ann));
        Assert.Equal(0, _counters.Dropped(DropReason.MemberLeft));
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_reply_does_not_overtake_what_was_said_before_it()
    {
        WhileItIsBusy(() =>
        {
            _socket.Tell(Said("said", plain: [Ann]));
            _socket.Tell(Peers.Message(Messages, "reply").For(Ann, lineMode: false, Datagram(Ann, "?")));
        });
        Assert.Equal(["said", "reply"], [_wire.Next(Ann), _wire.Next(Ann)]);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_comes_is_heard_before_all_that_waits_was_sent()
    {
        using var told = new ManualResetEventSlim();
        using var heard = new ManualResetEventSlim();
        var everyone = Enumerable.Range(1, 3 * Outbox.DatagramsATurn).Select(Peers.Number).ToArray();
        var heardInTime = false;
        _wire.Sending = to =>
        {
            if (to == everyone[0])
            {
                Assert.True(told.Wait(TimeSpan.FromSeconds(10)), "the test told the actor something more");
            }
            else if (to == everyone[^1])
            {
                heardInTime = heard.Wait(TimeSpan.FromSeconds(10));
            }
        };
        _socket.Tell(Said("hi", everyone));
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _socket.Tell(new SocketCommands.Confirm(_room.Ref, "all is sent"));
        told.Set();
        _client.ExpectMsg<ClientCommands.Released>();
        heard.Set();
        _room.ExpectMsg("all is sent");
        Assert.True(heardInTime, "the client was released before the last datagram was sent");
        EveryLeaseIsBack();
    }

    [Fact]
    public void Who_left_is_sent_nothing_more_although_it_waits()
    {
        Admit(Ann, _client);
        var everyone = Enumerable.Range(2, 3 * Outbox.DatagramsATurn).Select(Peers.Number);
        _socket.Tell(Said("hi", [.. everyone, Ann]));
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _client.ExpectMsg<ClientCommands.Released>();
        _socket.Tell(new SocketCommands.Confirm(_room.Ref, "done"));
        _room.ExpectMsg("done");
        Assert.False(_wire.HasMore(Ann));
        Assert.Equal(1, _counters.Dropped(DropReason.MemberLeft));
    }

    [Theory]
    [InlineData(SendRefusal.WouldBlock, DropReason.SendWouldBlock)]
    [InlineData(SendRefusal.NoBuffers, DropReason.SendNoBuffers)]
    [InlineData(SendRefusal.TooLong, DropReason.SendTooLong)]
    [InlineData(SendRefusal.Unreachable, DropReason.SendUnreachable)]
    [InlineData(SendRefusal.InvalidDestination, DropReason.SendInvalidDestination)]
    [InlineData(SendRefusal.Denied, DropReason.SendDenied)]
    [InlineData(SendRefusal.Closed, DropReason.SendClosed)]
    [InlineData(SendRefusal.Other, DropReason.SendOther)]
    public void A_send_that_the_system_refuses_is_counted_and_stops_nobody(SendRefusal refusal, DropReason reason)
    {
        _wire.Refuse(Ann, refusal);
        _socket.Tell(Said("hi", plain: [Ann, Bob]));
        Assert.Equal("hi", _wire.Next(Bob));
        _socket.Tell(Peers.Message(Messages, "hi").For(Ann, lineMode: false, cause: null));
        AwaitAssert(() => Assert.Equal((1, 2), (_counters.Sent, _counters.Dropped(reason))));
        EveryLeaseIsBack();
    }

    [Fact]
    public void Something_is_confirmed_when_what_was_to_be_sent_before_was_handed_to_the_system()
    {
        _socket.Tell(Peers.Message(Messages, "bye").For(Ann, lineMode: false, cause: null));
        _socket.Tell(new SocketCommands.Confirm(_room.Ref, "done"));
        _room.ExpectMsg("done");
        Assert.True(_wire.HasMore(Ann));
    }

    [Fact]
    public void A_restart_keeps_the_port_and_asks_the_room_for_the_members_again()
    {
        Admit(Ann, _client);
        _wire.FailOnce();
        _socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        _wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        _socket.Tell(new RoomEvents.Admitted(Member(Ann, _client)), _room.Ref);
        _wire.Arrive(Ann, "again");
        Heard(_client, "again");
        _socket.Tell(Peers.Message(Messages, "hi").For(Ann, lineMode: false, cause: null));
        Assert.Equal("hi", _wire.Next(Ann));
        Assert.False(_wire.IsClosed);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_gives_back_what_was_held()
    {
        _wire.Arrive((Ann, "one"), (Ann, "two"), (Ann, "three"));
        Admitting("one").Release();
        Received(3);
        _wire.FailOnce();
        _socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        EveryLeaseIsBack();
        Assert.Equal(2, _counters.Dropped(DropReason.ListenerRestarted));
    }

    [Fact]
    public void A_client_that_leaves_across_a_restart_is_released_and_what_it_kept_is_not_lost()
    {
        Admit(Ann, _client);
        _wire.FailOnce();
        _socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _client.ExpectMsg<ClientCommands.Released>();
        _socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "hello")]), _client.Ref);
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_moves_to_another_socket_is_forgotten_behind_what_came_here()
    {
        Admit(Ann, _client);
        _wire.Arrive(Ann, "one");
        Heard(_client, "one");
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        _socket.Tell(moving, _room.Ref);
        Assert.Same(moving, _room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        _wire.Arrive(Ann, "three");
        Admitting("three").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_the_room_is_asked_about_moves_when_what_was_held_has_gone_to_its_client()
    {
        _wire.Arrive((Ann, "one"), (Ann, "two"));
        Admitting("one").Release();
        Received(2);
        var moving = new RoomEvents.Moving(Datagram(Ann, "three"), CreateTestProbe("other").Ref);
        _socket.Tell(moving, _room.Ref);
        _socket.Tell(new SocketCommands.Confirm(_room.Ref, "has the message"));
        _room.ExpectMsg("has the message");
        _socket.Tell(new RoomEvents.Admitted(Member(Ann, _client)), _room.Ref);
        Assert.Same(moving, _room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        Heard(_client, "two");
        moving.Datagram.Release();
        _wire.Arrive(Ann, "four");
        Admitting("four").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_leaves_moves_when_it_has_left()
    {
        Admit(Ann, _client);
        _socket.Tell(new SocketCommands.Leaving(Ann, _client.Ref), _room.Ref);
        _client.ExpectMsg<ClientCommands.Released>();
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        _socket.Tell(moving, _room.Ref);
        _socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "one")]), _client.Ref);
        Admitting("one").Release();
        _socket.Tell(new RoomEvents.Refused(Ann), _room.Ref);
        Assert.Same(moving, _room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_keeps_nobody_waiting_who_moves()
    {
        _wire.Arrive(Ann, "one");
        Admitting("one").Release();
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        _socket.Tell(moving, _room.Ref);
        _wire.FailOnce();
        _socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, cause: null));
        Assert.Same(moving, _room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_stop_closes_the_socket()
    {
        Watch(_socket);
        Sys.Stop(_socket);
        ExpectTerminated(_socket);
        Assert.True(_wire.IsClosed);
    }

    private Member Member(EndpointKey peer, TestProbe client) => new(peer, client.Ref, _socket, LineMode: false);

    private void Admit(EndpointKey peer, TestProbe client)
    {
        _wire.Arrive(peer, "^hb^");
        Admitting("^hb^").Release();
        _socket.Tell(new RoomEvents.Admitted(Member(peer, client)), _room.Ref);
    }

    /// <summary>What somebody said to the room, as the room hands it on.</summary>
    private OutgoingMessage Said(string text, EndpointKey[] plain, params EndpointKey[] lines) =>
        Said(text, Peers.Recipients(plain, lines));

    private OutgoingMessage Said(string text, Recipients recipients) =>
        Peers.Message(Messages, text).SaidBy(Ann, Datagram(Ann, text)).For(recipients);

    /// <summary>Does something while the actor sends a datagram to somebody else, which takes until that is done.</summary>
    private void WhileItIsBusy(Action action)
    {
        using var busy = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var other = Peers.Number(99);
        _wire.Sending = to =>
        {
            if (to == other)
            {
                busy.Set();
                Assert.True(done.Wait(TimeSpan.FromSeconds(10)), "the test did what it does meanwhile");
            }
        };
        _socket.Tell(Peers.Message(Messages, "busy").For(other, lineMode: false, cause: null));
        Assert.True(busy.Wait(TimeSpan.FromSeconds(10)), "the actor sends");
        action();
        done.Set();
        Assert.Equal("busy", _wire.Next(other));
    }

    /// <summary>The room is asked about a datagram; its lease is the test's then.</summary>
    private ReceivedDatagram Admitting(string text)
    {
        var datagram = _room.ExpectMsg<RoomCommands.Admit>().Datagram;
        Assert.Equal(text, Peers.Text(datagram.Bytes));
        return datagram;
    }

    private static void Heard(TestProbe client, params string[] texts)
    {
        foreach (var text in texts)
        {
            var datagram = client.ExpectMsg<ReceivedDatagram>();
            Assert.Equal(text, Peers.Text(datagram.Bytes));
            datagram.Release();
        }
    }

    private void Received(int datagrams) => AwaitAssert(() => Assert.Equal(datagrams, _counters.Received));
}
