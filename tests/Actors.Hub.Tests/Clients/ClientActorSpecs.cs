using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Clients;

public sealed class ClientActorSpecs : HubSpec
{
    private static readonly EndpointKey Peer = Peers.Number(1);

    private readonly HubCounters _counters = new();
    private readonly TestProbe _room;
    private readonly TestProbe _socket;

    public ClientActorSpecs()
    {
        _room = CreateTestProbe("room");
        _socket = CreateTestProbe("socket");
    }

    [Fact]
    public void A_member_that_beats_at_exactly_the_interval_is_never_evicted() => BeatsAndStays(Interval);

    [Fact]
    public void A_member_that_beats_300_ms_late_is_never_evicted() => BeatsAndStays(Interval + TimeSpan.FromMilliseconds(300));

    [Fact]
    public void A_silent_member_leaves_between_the_interval_and_a_second_later()
    {
        var client = Join();
        var (reason, after) = Leaves(client);
        Assert.Equal(LeaveReason.Silent, reason);
        Assert.InRange(after, Interval, Interval + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_timeout_that_waited_behind_a_heartbeat_does_not_evict()
    {
        var client = Join();
        Clock.Advance(Interval);
        client.Tell(Datagram(Peer, "^hb^"));
        client.Tell(ReceiveTimeout.Instance);
        Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        EveryLeaseIsBack();
    }

    [Fact]
    public void After_an_early_timeout_the_member_is_evicted_when_the_rest_is_over_and_not_later()
    {
        var client = Join();
        Clock.Advance(TimeSpan.FromSeconds(4));
        client.Tell(ReceiveTimeout.Instance);
        IsServing(client);
        var (_, after) = Leaves(client);
        Assert.Equal(Timeout - TimeSpan.FromSeconds(4), after);
    }

    [Fact]
    public void A_datagram_after_an_early_timeout_gives_the_whole_time_again()
    {
        var client = Join();
        Clock.Advance(TimeSpan.FromSeconds(10));
        client.Tell(ReceiveTimeout.Instance);
        IsServing(client);
        client.Tell(Datagram(Peer, "^hb^"));
        IsServing(client);
        Assert.Equal(Timeout, Leaves(client).After);
    }

    [Fact]
    public void Silence_counts_from_the_stamp_of_the_socket_and_not_from_when_the_client_was_free()
    {
        var client = Join();
        var stamped = Clock.Now;
        Clock.Advance(TimeSpan.FromSeconds(2));
        client.Tell(Datagram(Peer, "^hb^", at: stamped));
        IsServing(client);
        client.Tell(ReceiveTimeout.Instance);
        IsServing(client);
        Assert.Equal(Timeout - TimeSpan.FromSeconds(2), Leaves(client).After);
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_the_last_datagram_one_of_now_once()
    {
        var client = Join();
        client.Tell(Datagram(Peer, "^hb^", at: Clock.Now.AddHours(1)));
        Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        Assert.Equal((2 * Timeout) - SecondLook, Leaves(client).After);
    }

    [Fact]
    public void Beats_that_the_kernel_kept_while_the_process_was_stopped_are_heard_before_anyone_leaves()
    {
        var client = Join();
        Clock.Advance(3 * Timeout);
        IsServing(client);
        client.Tell(Datagram(Peer, "^hb^"));
        Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        Assert.Equal(Timeout, Leaves(client).After);
        EveryLeaseIsBack();
    }

    [Fact]
    public void Beats_that_the_kernel_kept_while_the_process_was_stopped_between_the_two_looks_are_heard_too()
    {
        var client = Join();
        Clock.Advance(Timeout - SecondLook);
        IsServing(client);
        Clock.Advance(TimeSpan.FromSeconds(20));
        IsServing(client);
        client.Tell(Datagram(Peer, "^hb^"));
        Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        Assert.Equal(Timeout, Leaves(client).After);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_was_silent_while_the_process_was_stopped_leaves_50_ms_after_it_goes_on()
    {
        var client = Join();
        Clock.Advance(3 * Timeout);
        IsServing(client);
        Clock.Advance(SecondLook);
        Assert.Equal(LeaveReason.Silent, _room.ExpectMsg<RoomCommands.Leave>().Reason);
    }

    [Fact]
    public void Only_what_the_peer_sends_keeps_it_alive()
    {
        var client = Join();
        for (var second = 0; second < 10; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            IsServing(client);
        }

        Assert.Equal(TimeSpan.FromMilliseconds(500), Leaves(client).After);
    }

    [Fact]
    public void A_quit_leaves_and_is_answered_by_nothing()
    {
        var client = Join();
        client.Tell(Datagram(Peer, "quit"));
        Assert.Equal(LeaveReason.Quit, _room.ExpectMsg<RoomCommands.Leave>().Reason);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_comes_after_the_quit_is_handed_back_in_order_and_the_client_stops()
    {
        var client = Join();
        _socket.Watch(client);
        client.Tell(Datagram(Peer, "quit"));
        client.Tell(Datagram(Peer, "hello"));
        client.Tell(Datagram(Peer, "again"));
        _room.ExpectMsg<RoomCommands.Leave>();
        client.Tell(ClientCommands.Released.Instance, _socket.Ref);

        var gone = _socket.ExpectMsg<SocketCommands.Gone>();
        Assert.Equal(["hello", "again"], gone.Kept.Select(datagram => Peers.Text(datagram.Bytes)));
        _socket.ExpectTerminated(client);

        foreach (var datagram in gone.Kept)
        {
            datagram.Release();
        }

        EveryLeaseIsBack();
    }

    [Fact]
    public void A_client_that_leaves_does_not_leave_twice()
    {
        var client = Join();
        client.Tell(Datagram(Peer, "quit"));
        client.Tell(ReceiveTimeout.Instance);
        client.Tell(Datagram(Peer, "quit"));
        _room.ExpectMsg<RoomCommands.Leave>();
        Clock.Advance(2 * Timeout);
        client.Tell(ClientCommands.Describe.Instance, _room.Ref);
        _room.ExpectMsg<ClientLine>();
    }

    [Fact]
    public void What_a_leaving_client_kept_is_released_when_it_is_stopped()
    {
        var client = Join();
        client.Tell(Datagram(Peer, "quit"));
        client.Tell(Datagram(Peer, "hello"));
        _room.ExpectMsg<RoomCommands.Leave>();
        _socket.Watch(client);
        client.Tell(PoisonPill.Instance);
        _socket.ExpectTerminated(client);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_message_goes_to_the_room_as_an_answer_that_is_encoded_once()
    {
        var client = Join();
        client.Tell(Datagram(Peer, "hello\r\n"));
        var message = _room.ExpectMsg<OutgoingMessage>();
        Assert.Equal("Ack HELLO. from 10.0.0.1:5000\n", Peers.Text(message.Line.For(lineMode: true)));
        Assert.Equal((Peer, true), (message.Endpoint, message.IsRoomTraffic));
        message.Release();
        EveryLeaseIsBack();
    }

    [Theory]
    [InlineData(false, "message too long: 961 bytes, at most 960 allowed")]
    [InlineData(true, "message too long: 961 bytes, at most 960 allowed\n")]
    public void A_message_that_is_too_long_is_answered_in_one_line_and_reaches_nobody(bool lineMode, string answer)
    {
        var client = Join(lineMode);
        client.Tell(Datagram(Peer, new string('x', 961)));
        var message = _socket.ExpectMsg<OutgoingMessage>();
        Assert.Equal(Peer, message.Endpoint);
        Assert.Equal(answer, Peers.Text(message.Line.For(message.LineMode)));
        message.Release();
        IsServing(client);
        Assert.Equal(1, _counters.Dropped(DropReason.TooLong));
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_heartbeat_is_heard_where_every_message_is_out_since_it_needs_none()
    {
        var rented = new List<OutgoingMessage>();
        while (Messages.TryRent(out var message))
        {
            rented.Add(message);
        }

        var client = Join();
        client.Tell(Datagram(Peer, "^hb^"));
        client.Tell(Datagram(Peer, "hello"));
        IsServing(client);
        Assert.Equal(1, _counters.Dropped(DropReason.TooMuchToSend));
        rented.ForEach(message => message.Release());
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_service_that_throws_over_what_may_be_a_heartbeat_costs_the_datagram_and_not_the_lease()
    {
        var client = Join(service: new FaultyService());
        client.Tell(Datagram(Peer, "heart-boom"));
        IsServing(client);
        Assert.Equal(1, _counters.Dropped(DropReason.ClientFailed));
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_service_that_throws_costs_the_datagram_and_neither_the_lease_nor_the_time_of_the_last_one()
    {
        var client = Join(service: new FaultyService());
        Clock.Advance(TimeSpan.FromSeconds(3));
        client.Tell(Datagram(Peer, "boom"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        client.Tell(Datagram(Peer, "hello"));
        _room.ExpectMsg<OutgoingMessage>().Release();
        Assert.Equal(1, _counters.Dropped(DropReason.ClientFailed));
        Assert.Equal(1, _counters.ClientRestarts);
        Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_gives_a_silent_member_no_more_time()
    {
        var client = Join(service: new FaultyService());
        client.Tell(Datagram(Peer, "boom"));
        IsServing(client);
        Assert.Equal(Timeout, Leaves(client).After);
    }

    private void BeatsAndStays(TimeSpan every)
    {
        var client = Join();
        for (var beat = 0; beat < 20; beat++)
        {
            Clock.Advance(every);
            IsServing(client);
            client.Tell(Datagram(Peer, "^hb^"));
            Assert.Equal(TimeSpan.Zero, IsServing(client).Silent);
        }

        EveryLeaseIsBack();
    }

    private IActorRef Join(bool lineMode = false, IService? service = null, TestProbe? socket = null)
    {
        var listener = HubOptions.Default.Listeners[0];
        var setup = new ClientSetup(listener, service ?? new ChatService(messageBytes: 960), Timeout, _counters, Peers.Unwatched, Messages);
        var session = new ClientSession(setup, Peer, lineMode, (socket ?? _socket).Ref, joined: Clock.Now);
        var client = _room.ChildActorOf(ClientActor.Props(session));
        IsServing(client);
        return client;
    }

    /// <summary>The client answers this behind all that it was told before; had it left, the room would have heard that first.</summary>
    private ClientLine IsServing(IActorRef client)
    {
        client.Tell(ClientCommands.Describe.Instance, _room.Ref);
        return _room.ExpectMsg<ClientLine>();
    }

    /// <summary>Lets time pass, in steps that silence is looked at in, until the client leaves.</summary>
    private (LeaveReason Reason, TimeSpan After) Leaves(IActorRef client)
    {
        var start = Clock.Now;
        while (Clock.Now - start < 10 * Timeout)
        {
            Clock.Advance(SecondLook);
            client.Tell(ClientCommands.Describe.Instance, _room.Ref);
            if (_room.ExpectMsg<object>() is RoomCommands.Leave leave)
            {
                _room.ExpectMsg<ClientLine>();
                return (leave.Reason, Clock.Now - start);
            }
        }

        throw new InvalidOperationException("the client never left");
    }
}
