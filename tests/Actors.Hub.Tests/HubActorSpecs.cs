using Actors.Datagrams;
using Actors.Hub.Services;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests;

/// <summary>The whole hub in virtual time, over a socket that a test plays.</summary>
public sealed class HubActorSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly FakeSocket _echoWire = new();
    private readonly TestProbe _operator;
    private readonly HubSetup _setup;
    private readonly IActorRef _hub;
    private int _arrived;

    public HubActorSpecs()
    {
        _operator = CreateTestProbe("operator");
        var chat = HubOptions.Default.Listeners[0] with { Service = "faulty" };
        var echo = new ListenerOptions("echo", Peers.At("127.0.0.1:8080"), "echo", new RoomName("echoes"), Interval);
        var services = new ServiceRegistry(new Dictionary<string, Func<ServiceSetup, IService>>
        {
            ["faulty"] = _ => new FaultyService(),
            ["echo"] = _ => new EchoService(),
        });
        var options = HubOptions.Default with { Limits = new HubLimits { DatagramsInFlight = 64 } };
        _setup = new HubSetup(options, [new BoundListener(chat, _wire), new BoundListener(echo, _echoWire)], _counters, services);
        _hub = Sys.ActorOf(HubActor.Props(_setup), "hub");
    }

    [Fact]
    public void A_chat_from_the_first_word_to_Bye()
    {
        Arrive(Ann, "^hb^");
        Arrive(Bob, "^hb^\n");
        Arrive(Ann, "hello");
        Assert.Equal("Ack HELLO. from 10.0.0.1:5000", _wire.Next(Ann));
        Assert.Equal("Ack HELLO. from 10.0.0.1:5000\n", _wire.Next(Bob));
        Arrive(Cid, "");
        foreach (var (peer, end) in new[] { (Ann, ""), (Bob, "\n"), (Cid, "") })
        {
            Assert.Equal("Ack . from 10.0.0.3:5000" + end, _wire.Next(peer));
        }

        Assert.Equal(new ByeSaid(3), Ask<ByeSaid>(HubQueries.SayBye.Instance));
        Assert.Equal(("Bye!", "Bye!\n", "Bye!"), (_wire.Next(Ann), _wire.Next(Bob), _wire.Next(Cid)));
        Assert.False(_wire.HasMore(Ann) || _wire.HasMore(Bob) || _wire.HasMore(Cid));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void A_quit_and_at_once_another_datagram_joins_again_and_nothing_is_lost_or_out_of_order()
    {
        Arrive(Ann, "^hb^");
        for (var round = 0; round < 50; round++)
        {
            _wire.Arrive((Ann, "quit"), (Ann, "a"), (Ann, "b\n"), (Ann, "quit\n"), (Ann, "c\n"), (Ann, "d"));
            Assert.Equal("Ack A. from 10.0.0.1:5000", _wire.Next(Ann));
            Assert.Equal("Ack B. from 10.0.0.1:5000", _wire.Next(Ann));
            Assert.Equal("Ack C. from 10.0.0.1:5000\n", _wire.Next(Ann));
            Assert.Equal("Ack D. from 10.0.0.1:5000\n", _wire.Next(Ann));
        }

        EveryLeaseIsBack(_setup.Pool);
        Assert.Equal(100, _counters.Left(LeaveReason.Quit));
        Assert.Equal(101, _counters.Joined);
        Assert.Equal(0, _counters.Dropped(DropReason.LostLease));
    }

    [Fact]
    public void A_silent_member_hears_nothing_from_its_eviction_on()
    {
        Arrive(Ann, "^hb^");
        Arrive(Bob, "^hb^");
        Assert.Equal(2, Clients().Count);
        Clock.Advance(Interval);
        Arrive(Bob, "^hb^");
        Assert.Equal([(Ann, Interval), (Bob, TimeSpan.Zero)], Clients().Select(line => (line.Endpoint, line.Silent)));
        Clock.Advance(TimeSpan.FromSeconds(1) - SecondLook);
        Clients();
        Clock.Advance(SecondLook);
        AwaitAssert(() => Assert.Equal(1, _counters.Evicted));
        Arrive(Bob, "hi");
        Assert.Equal("Ack HI. from 10.0.0.2:5000", _wire.Next(Bob));
        Assert.False(_wire.HasMore(Ann));
        Assert.Equal([Bob], Clients().Select(line => line.Endpoint));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void The_operator_sees_rooms_and_clients_of_every_listener()
    {
        Arrive(Bob, "^hb^");
        Arrive(Ann, "^hb^");
        _echoWire.Arrive(Cid, "Quit");
        Assert.Equal("QUIT", _echoWire.Next(Cid));
        Assert.Equal(
            [new RoomLine("chat", new RoomName("lobby"), "faulty", 2, 0), new RoomLine("echo", new RoomName("echoes"), "echo", 1, 0)],
            Ask<RoomsReport>(HubQueries.GetRooms.Instance).Rooms);
        Assert.Equal(
            [("chat", Ann), ("chat", Bob), ("echo", Cid)],
            Clients().Select(line => (line.Listener, line.Endpoint)));
    }

    [Fact]
    public void Only_the_chat_is_told_Bye()
    {
        _echoWire.Arrive(Ann, "hello");
        Assert.Equal("HELLO", _echoWire.Next(Ann));
        Assert.Equal(new ByeSaid(0), Ask<ByeSaid>(HubQueries.SayBye.Instance));
        Assert.False(_echoWire.HasMore(Ann));
    }

    [Fact]
    public void The_leases_of_a_client_that_was_stopped_are_replaced_and_the_operator_can_pardon_it()
    {
        Arrive(Bob, "^hb^");
        _wire.Arrive([.. Enumerable.Repeat((Ann, "boom"), 40)]);
        AwaitAssert(() => Assert.Equal(1, _counters.Left(LeaveReason.Failed)));
        EveryLeaseIsBack(_setup.Pool);
        Assert.Equal(Ann, Assert.Single(Ask<QuarantineReport>(HubQueries.GetQuarantine.Instance).Endpoints).Endpoint);

        // 40 came; five were heard and threw, the rest was lost with the client or dropped for the quarantine.
        Assert.Equal(5, _counters.Dropped(DropReason.ClientFailed));
        Assert.Equal(35, _counters.Dropped(DropReason.LostLease) + _counters.Dropped(DropReason.Quarantined));

        Assert.Equal(new Pardoned(Cid, false), Ask<Pardoned>(new HubQueries.Pardon(Cid)));
        Assert.Equal(new Pardoned(Ann, true), Ask<Pardoned>(new HubQueries.Pardon(Ann)));
        _wire.Arrive(Ann, "sorry");
        Assert.Equal("Ack SORRY. from 10.0.0.1:5000", _wire.Next(Bob));
        Assert.Equal("Ack SORRY. from 10.0.0.1:5000", _wire.Next(Ann));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void A_socket_that_is_restarted_keeps_its_port_and_its_members()
    {
        Arrive(Ann, "^hb^");
        Arrive(Bob, "^hb^");
        _wire.FailOnce();
        Arrive(Ann, "lost");
        Arrive(Bob, "hi");
        Assert.Equal("Ack HI. from 10.0.0.2:5000", _wire.Next(Ann));
        Assert.Equal("Ack HI. from 10.0.0.2:5000", _wire.Next(Bob));
        Assert.False(_wire.IsClosed);
        Assert.Equal(2, _counters.Joined);
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void A_room_that_is_restarted_keeps_its_members()
    {
        Arrive(Ann, "^hb^");
        Arrive(Bob, "room-boom");
        Arrive(Bob, "hi");
        Assert.Equal("Ack HI. from 10.0.0.2:5000", _wire.Next(Ann));
        Assert.Equal("Ack HI. from 10.0.0.2:5000", _wire.Next(Bob));
        Assert.Equal(1, _counters.Dropped(DropReason.ClientFailed));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void A_stop_closes_every_socket()
    {
        Watch(_hub);
        Sys.Stop(_hub);
        ExpectTerminated(_hub);
        Assert.True(_wire.IsClosed);
        Assert.True(_echoWire.IsClosed);
    }

    /// <summary>A datagram of the chat, which its endpoint's client or the room has been told when this returns.</summary>
    private void Arrive(EndpointKey from, string latin1)
    {
        _wire.Arrive(from, latin1);
        _arrived++;
        AwaitAssert(() => Assert.Equal(_arrived, _counters.Received), interval: TimeSpan.FromMilliseconds(5));
    }

    private IReadOnlyList<ClientLine> Clients() => Ask<ClientsReport>(HubQueries.GetClients.Instance).Clients;

    private T Ask<T>(object question)
    {
        _hub.Tell(question, _operator.Ref);
        return _operator.ExpectMsg<T>();
    }
}
