using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Rooms;

public sealed class RoomActorSpecs : RoomSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);

    [Fact]
    public void What_one_says_every_member_hears_the_sender_too()
    {
        var room = Room(Setup());
        Join(room, Ann);
        var bob = Join(room, Bob);
        bob.Tell(Datagram(Bob, "hi"));
        Said("Ack HI. from 10.0.0.2:5000", Ann, Bob);
        EveryLeaseIsBack();
    }

    [Theory]
    [InlineData("hello", "Ack HELLO. from 10.0.0.1:5000")]
    [InlineData("", "Ack . from 10.0.0.1:5000")]
    public void The_joining_datagram_is_said_to_the_room(string datagram, string answer)
    {
        var room = Room(Setup());
        Join(room, Ann, datagram);
        Said(answer, Ann);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_joins_by_an_oversize_datagram_is_a_member_and_is_told()
    {
        var room = Room(Setup());
        Join(room, Ann, new string('x', 65_507));
        Told("message too long: 65507 bytes, at most 960 allowed", Ann);
        Assert.Equal(1, Describe(room).Members);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_joins_by_a_heartbeat_is_a_member_and_hears_nothing_of_it()
    {
        var room = Room(Setup());
        Describes(Join(room, Ann, "^hb^"));
        Assert.Equal(1, Describe(room).Members);
        Socket.ExpectNoMsg(TimeSpan.Zero);
        EveryLeaseIsBack();
    }

    [Fact]
    public void Those_in_line_mode_are_told_apart()
    {
        var room = Room(Setup());
        Join(room, Ann, "^hb^\n");
        Join(room, Bob, "hi");
        var said = Socket.ExpectMsg<OutgoingMessage>();
        Assert.Equal([Ann], said.Recipients!.Lines.Endpoints);
        Assert.Equal([Bob], said.Recipients.Plain.Endpoints);
    }

    [Fact]
    public void A_quit_from_a_stranger_does_nothing()
    {
        var room = Room(Setup());
        Refused(room, Ann, "quit\n");
        Assert.Equal(0, Describe(room).Members);
        Assert.Equal(0, Counters.Joined);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_quit_hears_nothing_from_then_on_and_may_join_again()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        var bob = Join(room, Bob);
        ann.Tell(Datagram(Ann, "quit"));
        Assert.Empty(Release(ann));
        Assert.Equal(ann, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);

        bob.Tell(Datagram(Bob, "hi"));
        Said("Ack HI. from 10.0.0.2:5000", Bob);

        Assert.NotEqual(ann, Join(room, Ann, "back"));
        Said("Ack BACK. from 10.0.0.1:5000", Ann, Bob);
        Assert.Equal(1, Counters.Left(LeaveReason.Quit));
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_comes_back_before_its_last_client_stopped_is_a_new_member()
    {
        var room = Room(Setup());
        var first = Join(room, Ann);
        first.Tell(Datagram(Ann, "quit"));
        Socket.ExpectMsg<SocketCommands.Leaving>();

        var second = Join(room, Ann);
        Assert.NotEqual(first, second);
        Watch(first);
        first.Tell(PoisonPill.Instance);
        ExpectTerminated(first);
        Assert.Equal(first, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
        Assert.Equal(1, Describe(room).Members);
        Assert.Equal(0, Describe(room).Quarantined);
        second.Tell(Datagram(Ann, "hi"));
        Said("Ack HI. from 10.0.0.1:5000", Ann);
    }

    [Fact]
    public void A_silent_member_is_evicted_within_a_second_of_its_interval()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        var bob = Join(room, Bob);
        Describes(ann);
        Clock.Advance(Interval);
        bob.Tell(Datagram(Bob, "^hb^"));
        Describes(bob);
        Describes(ann);
        Assert.Equal(2, Describe(room).Members);

        PassSilently(ann, TimeSpan.FromSeconds(1));
        Release(ann);
        Socket.ExpectMsg<RoomEvents.ClientStopped>();
        bob.Tell(Datagram(Bob, "hi"));
        Said("Ack HI. from 10.0.0.2:5000", Bob);
        Assert.Equal(1, Counters.Evicted);
        Assert.Equal(TimeSpan.FromSeconds(1), Counters.LatestEviction);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_a_member_hears_does_not_keep_it_alive()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        var bob = Join(room, Bob);
        Describes(ann);
        for (var second = 0; second < 10; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            bob.Tell(Datagram(Bob, "hi"));
            Said("Ack HI. from 10.0.0.2:5000", Ann, Bob);
            Assert.Equal(TimeSpan.FromSeconds(second + 1), Describes(ann).Silent);
        }

        PassSilently(ann, TimeSpan.FromSeconds(1));
        Assert.Equal(Ann, Socket.ExpectMsg<SocketCommands.Leaving>().Endpoint);
        Assert.Equal(1, Describe(room).Members);
        Assert.Equal(1, Counters.Evicted);
    }

    [Fact]
    public void A_full_room_says_so_at_most_once_a_second_to_an_endpoint()
    {
        var room = Room(Setup(limits: new HubLimits { MembersPerRoom = 2 }));
        Join(room, Ann);
        Join(room, Bob);
        for (var tenth = 0; tenth < 25; tenth++)
        {
            Admit(room, Cid, tenth < 10 ? "hi" : "hi\n");
            if (tenth % 10 == 0)
            {
                Told(tenth < 10 ? "the room is full" : "the room is full\n", Cid);
            }

            Socket.ExpectMsg<RoomEvents.Refused>();
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(25, Counters.Dropped(DropReason.RoomFull));
        Assert.Equal(2, Describe(room).Members);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_socket_that_forgot_a_member_is_told_its_client_again()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        Assert.Equal(ann, Join(room, Ann, "hi"));
        Said("Ack HI. from 10.0.0.1:5000", Ann);
        Assert.Equal(1, Counters.Joined);
    }

    [Fact]
    public void The_socket_is_told_who_leaves_behind_what_was_said_before()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        ann.Tell(Datagram(Ann, "last words"));
        ann.Tell(Datagram(Ann, "quit"));
        Said("Ack LAST WORDS. from 10.0.0.1:5000", Ann);
        Assert.Equal(new SocketCommands.Leaving(Ann, ann), Socket.ExpectMsg<SocketCommands.Leaving>());
    }

    [Fact]
    public void A_member_that_comes_in_by_another_socket_moves_there_when_the_one_until_now_has_handed_it_over()
    {
        var room = Room(Setup());
        var other = CreateTestProbe("other");
        room.Tell(new RoomCommands.Attach(Sending: Socket.Ref), other.Ref);
        var ann = Join(room, Ann);

        room.Tell(new RoomCommands.Admit(Datagram(Ann, "hi")), other.Ref);
        var moving = Socket.ExpectMsg<RoomEvents.Moving>();
        Assert.Equal(other.Ref, moving.To);
        other.ExpectNoMsg(TimeSpan.Zero);
        room.Tell(new RoomCommands.HandedOver(moving), Socket.Ref);
        Assert.Equal(ann, other.ExpectMsg<RoomEvents.Admitted>().Member.Client);
        Said("Ack HI. from 10.0.0.1:5000", Ann);

        ann.Tell(Datagram(Ann, "quit"));
        Socket.ExpectMsg<SocketCommands.Left>();
        other.ExpectMsg<SocketCommands.Leaving>();
        ann.Tell(ClientCommands.Released.Instance, other.Ref);
        other.ExpectMsg<SocketCommands.Gone>();
        other.ExpectMsg<RoomEvents.ClientStopped>();
        Socket.ExpectMsg<RoomEvents.ClientStopped>();
        Assert.Equal(1, Counters.Joined);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_that_has_left_when_it_was_handed_over_is_a_new_member()
    {
        var room = Room(Setup());
        var other = CreateTestProbe("other");
        room.Tell(new RoomCommands.Attach(Sending: Socket.Ref), other.Ref);
        var first = Join(room, Ann);
        room.Tell(new RoomCommands.Admit(Datagram(Ann, "^hb^")), other.Ref);
        var moving = Socket.ExpectMsg<RoomEvents.Moving>();
        first.Tell(Datagram(Ann, "quit"));
        Socket.ExpectMsg<SocketCommands.Leaving>();
        room.Tell(new RoomCommands.HandedOver(moving), Socket.Ref);
        Assert.NotEqual(first, other.ExpectMsg<RoomEvents.Admitted>().Member.Client);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_client_is_told_the_first_datagram_before_the_socket_can_tell_it_the_second()
    {
        var room = Room(Setup());
        var eager = Sys.ActorOf(
            Props.Create(() => new EagerSocket(Datagram(Ann, "second"))).WithDispatcher(CallingThreadDispatcher.Id));
        room.Tell(new RoomCommands.Admit(Datagram(Ann, "first")), eager);
        Said("Ack FIRST. from 10.0.0.1:5000", Ann);
        Said("Ack SECOND. from 10.0.0.1:5000", Ann);
        EveryLeaseIsBack();
    }

    [Fact]
    public void Bye_is_said_to_everyone_once_and_nobody_comes_in_any_more()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        Join(room, Bob, "^hb^\n");
        room.Tell(RoomCommands.SayBye.Instance, Operator.Ref);
        Said("Bye!", Ann, Bob);
        var confirm = Socket.ExpectMsg<SocketCommands.Confirm>();
        Assert.Equal(Operator.Ref, confirm.ReplyTo);
        Assert.Equal(new ByeSaid(2), confirm.Reply);

        Refused(room, Cid, "hi");
        ann.Tell(Datagram(Ann, "hi"));
        Describes(ann);
        Assert.Equal(0, Describe(room).Members);
        Socket.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(2, Counters.Left(LeaveReason.HubStopping));
        Assert.Equal(2, Counters.Dropped(DropReason.HubStopping));

        room.Tell(RoomCommands.SayBye.Instance, Operator.Ref);
        Said("Bye!");
        Assert.Equal(new ByeSaid(0), Socket.ExpectMsg<SocketCommands.Confirm>().Reply);
        EveryLeaseIsBack();
    }

    /// <summary>Hands on what it held the moment it may, on the room's own thread.</summary>
    private sealed class EagerSocket : ReceiveActor
    {
        public EagerSocket(ReceivedDatagram held) => Receive<RoomEvents.Admitted>(admitted => admitted.Member.Client.Tell(held));
    }
}
