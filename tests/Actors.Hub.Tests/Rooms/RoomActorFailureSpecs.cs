using Actors.Datagrams;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Tests.Rooms;

/// <summary>What a bug costs: one datagram, one endpoint, never the room.</summary>
public sealed class RoomActorFailureSpecs : RoomSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    [Fact]
    public void A_client_that_throws_is_restarted_and_the_others_notice_nothing()
    {
        var room = Room(Setup(new FaultyService()));
        var ann = Join(room, Ann, "^hb^\n");
        var bob = Join(room, Bob);
        ann.Tell(Datagram(Ann, "boom"));
        ann.Tell(Datagram(Ann, "still here"));
        Said("Ack STILL HERE. from 10.0.0.1:5000", Ann, Bob);
        bob.Tell(Datagram(Bob, "hi"));
        Said("Ack HI. from 10.0.0.2:5000", Ann, Bob);
        Assert.Equal(1, Counters.ClientRestarts);
        Assert.Equal(2, Describe(room).Members);
        EveryLeaseIsBack();
    }

    [Fact]
    public void The_fifth_failure_within_a_minute_stops_a_client_and_quarantines_its_endpoint()
    {
        var room = Room(Setup(new FaultyService()));
        var ann = Join(room, Ann);
        var bob = Join(room, Bob);
        Watch(ann);
        for (var failure = 1; failure <= 4; failure++)
        {
            ann.Tell(Datagram(Ann, "boom"));
            Describes(ann);
        }

        Assert.Equal(0, Describe(room).Quarantined);
        ann.Tell(Datagram(Ann, "boom"));
        ExpectTerminated(ann);
        Assert.Equal(ann, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
        Assert.Equal((1, 1), (Describe(room).Members, Describe(room).Quarantined));
        Assert.Equal(1, Counters.Left(LeaveReason.Failed));
        Assert.Equal(4, Counters.ClientRestarts);

        bob.Tell(Datagram(Bob, "hi"));
        Said("Ack HI. from 10.0.0.2:5000", Bob);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_in_quarantine_is_dropped_and_counted_for_ten_minutes()
    {
        var room = Room(Setup(new FaultyService()));
        Quarantine(room, Ann);
        Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Refused(room, Ann, "hi");
        Assert.Equal(1, Counters.Dropped(DropReason.Quarantined));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Join(room, Ann, "hi");
        Said("Ack HI. from 10.0.0.1:5000", Ann);
        EveryLeaseIsBack();
    }

    [Fact]
    public void One_in_quarantine_is_shown_and_can_be_pardoned()
    {
        var room = Room(Setup(new FaultyService()));
        Quarantine(room, Ann);
        Clock.Advance(TimeSpan.FromMinutes(4));
        room.Tell(RoomCommands.DescribeQuarantine.Instance, Operator.Ref);
        Assert.Equal([new QuarantineLine(Ann, "chat", TimeSpan.FromMinutes(6))], Operator.ExpectMsg<QuarantineReport>().Endpoints);

        room.Tell(new RoomCommands.Pardon(Ann), Operator.Ref);
        Assert.True(Operator.ExpectMsg<Pardoned>().WasQuarantined);
        room.Tell(new RoomCommands.Pardon(Ann), Operator.Ref);
        Assert.False(Operator.ExpectMsg<Pardoned>().WasQuarantined);
        Join(room, Ann);
    }

    [Fact]
    public void A_client_that_cannot_even_be_made_is_quarantined_too()
    {
        var room = Room(Setup() with { ClientProps = _ => Props.Create(() => new Unmakeable()) });
        Join(room, Ann);
        Socket.ExpectMsg<RoomEvents.ClientStopped>();
        Refused(room, Ann, "hi");
        Assert.Equal(1, Counters.Dropped(DropReason.Quarantined));
    }

    [Fact]
    public void A_stop_that_follows_a_leave_is_a_leave()
    {
        var room = Room(Setup());
        var ann = Join(room, Ann);
        ann.Tell(Datagram(Ann, "quit"));
        Socket.ExpectMsg<SocketCommands.Leaving>();
        ann.Tell(Kill.Instance);
        Sys.Stop(ann);
        Assert.Equal(ann, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
        Assert.Equal(0, Describe(room).Quarantined);
        Assert.Equal(1, Counters.Left(LeaveReason.Quit));
        Assert.Equal(0, Counters.Left(LeaveReason.Failed));
        Join(room, Ann);
    }

    [Fact]
    public void A_room_that_is_restarted_forgets_nobody()
    {
        var room = Room(Setup(new FaultyService()));
        var ann = Join(room, Ann, "^hb^\n");
        Refused(room, Bob, "room-boom");
        var bob = Join(room, Bob);
        Assert.Equal(2, Describe(room).Members);
        ann.Tell(Datagram(Ann, "hi"));
        Said("Ack HI. from 10.0.0.1:5000", Ann, Bob);

        // It still watches: a client that quits is forgotten, one that is silent is evicted.
        ann.Tell(Datagram(Ann, "quit"));
        Release(ann);
        Assert.Equal(ann, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
        Describes(bob);
        PassSilently(bob, Timeout);
        Release(bob);
        Assert.Equal(bob, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
        Assert.Equal(0, Describe(room).Members);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_room_that_is_restarted_gives_a_silent_member_no_more_time()
    {
        var room = Room(Setup(new FaultyService()));
        var ann = Join(room, Ann);
        Describes(ann);
        Clock.Advance(TimeSpan.FromSeconds(4));
        Refused(room, Bob, "room-boom");
        AwaitAssert(() => Assert.Equal(1, Counters.ClientRestarts));
        Assert.Equal(TimeSpan.FromSeconds(4), Describes(ann).Silent);
        PassSilently(ann, Timeout - TimeSpan.FromSeconds(4));
        Release(ann);
        Assert.Equal(0, Describe(room).Members);
    }

    private void Quarantine(IActorRef room, EndpointKey peer)
    {
        var client = Join(room, peer);
        for (var failure = 1; failure <= 5; failure++)
        {
            client.Tell(Datagram(peer, "boom"));
        }

        Assert.Equal(client, Socket.ExpectMsg<RoomEvents.ClientStopped>().Member.Client);
    }

    private sealed class Unmakeable : UntypedActor
    {
        public Unmakeable() => throw new InvalidOperationException("the actor has a bug");

        protected override void OnReceive(object message)
        {
        }
    }
}
