using Actors.Datagrams;
using Actors.Hub.Backplane;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Actors.Hub.Tests.Rooms;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Backplane;

/// <summary>A room that other nodes share; the test plays its socket and the way to the others.</summary>
public sealed class RoomUplinkSpecs : RoomSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly BackplaneSetup _backplane;
    private readonly TestProbe _uplink;

    public RoomUplinkSpecs()
    {
        _uplink = CreateTestProbe("uplink");
        _backplane = new BackplaneSetup(
            new InProcessExchange().Connect(), new NodeId("alpha"), new BackplaneOptions { QueueMessages = 2 }, Counters)
        { Actor = _uplink.Ref };
    }

    [Fact]
    public void Who_comes_and_goes_and_what_is_said_is_told_in_its_order()
    {
        var room = SharedRoom();
        var ann = Join(room, Ann);
        ann.Tell(Datagram(Ann, "hi"));
        Said("Ack HI. from 10.0.0.1:5000", Ann);
        ann.Tell(Datagram(Ann, "quit"));
        Release(ann);

        Assert.Equal(new BackplaneCommands.Joined("chat", Ann, Nodes.Lobby, IsShared: true), _uplink.ExpectMsg<BackplaneCommands.Joined>());
        var said = _uplink.ExpectMsg<BackplaneCommands.Said>();
        Assert.Equal((Nodes.Lobby, "Ack HI. from 10.0.0.1:5000"), (said.Room, Peers.Text(said.Line.Span)));
        Assert.Equal(room, _uplink.LastSender);
        Assert.Equal(new BackplaneCommands.Left("chat", Ann, LeaveReason.Quit), _uplink.ExpectMsg<BackplaneCommands.Left>());
    }

    [Fact]
    public void A_room_that_says_Bye_tells_that_all_have_left()
    {
        var room = SharedRoom();
        Join(room, Ann);
        room.Tell(RoomCommands.SayBye.Instance, Operator.Ref);
        _uplink.ExpectMsg<BackplaneCommands.Joined>();
        Assert.Equal(new BackplaneCommands.Closed("chat", LeaveReason.HubStopping), _uplink.ExpectMsg<BackplaneCommands.Closed>());
    }

    [Fact]
    public void What_a_service_of_its_own_says_stays_here_but_its_members_are_known()
    {
        var room = SharedRoom(isShared: false);
        Join(room, Ann).Tell(Datagram(Ann, "hi"));
        Said("Ack HI. from 10.0.0.1:5000", Ann);
        Assert.False(_uplink.ExpectMsg<BackplaneCommands.Joined>().IsShared);
        Describe(room);
        Assert.False(_uplink.HasMessages);
    }

    [Fact]
    public void What_is_said_faster_than_the_way_takes_it_is_heard_here_and_counted()
    {
        var room = SharedRoom();
        var ann = Join(room, Ann);
        for (var n = 1; n <= 3; n++)
        {
            ann.Tell(Datagram(Ann, $"{n}"));
            Said($"Ack {n}. from 10.0.0.1:5000", Ann);
        }

        Assert.Equal(1, Counters.Dropped(DropReason.BackplaneBusy));
    }

    [Fact]
    public void What_others_said_is_handed_on_in_parts_each_when_the_one_before_was_sent()
    {
        var room = SharedRoom();
        Join(room, Ann);
        Join(room, Bob, "^hb^\n");
        for (var n = 1; n <= HeardElsewhere.Part + 2; n++)
        {
            _backplane.Incoming.TakeMore(1);
            room.Tell(new RoomCommands.Hear(Peers.Bytes($"m{n}")));
        }

        // Nothing waited when the first came: it is a part of its own.
        Said("m1", Ann, Bob);
        var first = Socket.ExpectMsg<SocketCommands.Confirm>();
        Describe(room);
        Assert.False(Socket.HasMessages);
        Assert.Equal(HeardElsewhere.Part + 1, _backplane.Incoming.Taken);

        first.ReplyTo.Tell(first.Reply, Socket.Ref);
        for (var n = 2; n <= HeardElsewhere.Part + 1; n++)
        {
            Said($"m{n}", Ann, Bob);
        }

        var second = Socket.ExpectMsg<SocketCommands.Confirm>();
        second.ReplyTo.Tell(second.Reply, Socket.Ref);
        Said($"m{HeardElsewhere.Part + 2}", Ann, Bob);
        Socket.ExpectMsg<SocketCommands.Confirm>();
        Assert.Equal(0, _backplane.Incoming.Taken);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_others_said_waits_for_the_socket()
    {
        var room = Sys.ActorOf(RoomActor.Props(SharedSetup()), "room");
        room.Tell(new RoomCommands.Hear(Peers.Bytes("early")));
        room.Tell(new RoomCommands.Attach(Socket.Ref), Socket.Ref);
        Said("early");
        var confirm = Socket.ExpectMsg<SocketCommands.Confirm>();
        confirm.ReplyTo.Tell(confirm.Reply, Socket.Ref);
        room.Tell(new RoomCommands.Hear(Peers.Bytes("late")));
        Said("late");
        EveryLeaseIsBack();
    }

    private IActorRef SharedRoom(bool isShared = true) => Room(SharedSetup(isShared));

    private RoomSetup SharedSetup(bool isShared = true)
    {
        var setup = Setup();
        return setup with { Uplink = new RoomUplink(_backplane, setup.Listener, isShared) };
    }
}
