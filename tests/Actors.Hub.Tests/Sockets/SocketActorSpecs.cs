using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Tests.Sockets;

/// <summary>How a datagram finds its client, or a client is found for it.</summary>
public sealed class SocketActorSpecs : SocketSpec
{
    [Fact]
    public void The_room_is_asked_once_and_what_comes_meanwhile_follows_in_order()
    {
        Wire.Arrive((Ann, "one"), (Ann, "two"));
        var first = Admitting("one");
        Wire.Arrive(Ann, "three");
        Received(3);
        Socket.Tell(new RoomEvents.Admitted(Member(Ann, Client)), Room.Ref);
        Wire.Arrive(Ann, "four");
        Heard(Client, "two", "three", "four");
        Room.ExpectNoMsg(TimeSpan.Zero);
        first.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_datagram_carries_the_time_of_its_arrival_on_the_actors_clock()
    {
        Clock.Advance(TimeSpan.FromHours(5));
        Wire.Arrive(Ann, "one");
        Assert.Equal(Clock.Now, Room.ExpectMsg<RoomCommands.Admit>().Datagram.ReceivedAt);
    }

    [Fact]
    public void A_datagram_that_pretends_to_come_from_the_hub_itself_reaches_nobody()
    {
        Wire.Arrive(Wire.LocalEndpoint, "round and round");
        Received(1);
        Room.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(1, Counters.Dropped(DropReason.FromItself));
        EveryLeaseIsBack();
    }

    [Fact]
    public void When_the_room_refuses_it_is_asked_for_the_next_one()
    {
        Wire.Arrive((Ann, "one"), (Ann, "two"));
        Admitting("one").Release();
        Socket.Tell(new RoomEvents.Refused(Ann), Room.Ref);
        Admitting("two").Release();
        Socket.Tell(new RoomEvents.Refused(Ann), Room.Ref);
        Wire.Arrive(Ann, "three");
        Admitting("three").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_comes_while_a_client_leaves_is_admitted_anew_behind_what_it_kept()
    {
        Admit(Ann, Client);
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Client.ExpectMsg<ClientCommands.Released>();
        Wire.Arrive((Ann, "three"), (Ann, "four"));
        Received(3);
        Socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "one"), Datagram(Ann, "two")]), Client.Ref);

        Admitting("one").Release();
        var next = CreateTestProbe("next");
        Socket.Tell(new RoomEvents.Admitted(Member(Ann, next)), Room.Ref);
        Heard(next, "two", "three", "four");
        Client.ExpectNoMsg(TimeSpan.Zero);
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_whose_client_went_is_a_stranger()
    {
        Admit(Ann, Client);
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Client.ExpectMsg<ClientCommands.Released>();
        Socket.Tell(new SocketCommands.Gone(Ann, []), Client.Ref);
        Socket.Tell(new RoomEvents.ClientStopped(Member(Ann, Client)), Room.Ref);
        Wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_client_that_died_is_asked_about_anew()
    {
        Admit(Ann, Client);
        Socket.Tell(new RoomEvents.ClientStopped(Member(Ann, Client)), Room.Ref);
        Wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void The_end_of_an_earlier_client_does_not_touch_the_next_one()
    {
        Admit(Ann, Client);
        Socket.Tell(new RoomEvents.ClientStopped(Member(Ann, CreateTestProbe("earlier"))), Room.Ref);
        Wire.Arrive(Ann, "hello");
        Heard(Client, "hello");
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_keeps_the_port_and_asks_the_room_for_the_members_again()
    {
        Admit(Ann, Client);
        Wire.FailOnce();
        Socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        Wire.Arrive(Ann, "hello");
        Admitting("hello").Release();
        Socket.Tell(new RoomEvents.Admitted(Member(Ann, Client)), Room.Ref);
        Wire.Arrive(Ann, "again");
        Heard(Client, "again");
        Socket.Tell(Peers.Message(Messages, "hi").For(Ann, lineMode: false, cause: null));
        Assert.Equal("hi", Wire.Next(Ann));
        Assert.False(Wire.IsClosed);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_gives_back_and_counts_what_was_being_sent_and_what_was_held()
    {
        Wire.Arrive((Ann, "one"), (Ann, "two"), (Ann, "three"));
        Admitting("one").Release();
        Received(3);
        Wire.FailOnce();
        Socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        EveryLeaseIsBack();
        Assert.Equal(1 + 2, Counters.Dropped(DropReason.ListenerRestarted)); // what was being sent, and what was held
    }

    [Fact]
    public void What_the_actor_fails_on_is_given_back_and_counted_like_what_came_with_it()
    {
        Wire.Arrive(Ann, "^hb^");
        Admitting("^hb^").Release();
        Socket.Tell(new RoomEvents.Admitted(new Member(Ann, Client: null!, Socket, LineMode: false)), Room.Ref); // to tell nothing throws
        Wire.Arrive((Ann, "one"), (Bob, "two"));
        Received(3);
        Assert.Equal(2, Counters.Dropped(DropReason.ListenerRestarted));
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_client_that_leaves_across_a_restart_is_released_and_what_it_kept_is_not_lost()
    {
        Admit(Ann, Client);
        Wire.FailOnce();
        Socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, Datagram(Ann, "lost")));
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Client.ExpectMsg<ClientCommands.Released>();
        Socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "hello")]), Client.Ref);
        Admitting("hello").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_moves_to_another_socket_is_forgotten_behind_what_came_here()
    {
        Admit(Ann, Client);
        Wire.Arrive(Ann, "one");
        Heard(Client, "one");
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        Socket.Tell(moving, Room.Ref);
        Assert.Same(moving, Room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        Wire.Arrive(Ann, "three");
        Admitting("three").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_the_room_is_asked_about_moves_when_what_was_held_has_gone_to_its_client()
    {
        Wire.Arrive((Ann, "one"), (Ann, "two"));
        Admitting("one").Release();
        Received(2);
        var moving = new RoomEvents.Moving(Datagram(Ann, "three"), CreateTestProbe("other").Ref);
        Socket.Tell(moving, Room.Ref);
        Socket.Tell(new SocketCommands.Confirm(Room.Ref, "has the message"));
        Room.ExpectMsg("has the message");
        Socket.Tell(new RoomEvents.Admitted(Member(Ann, Client)), Room.Ref);
        Assert.Same(moving, Room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        Heard(Client, "two");
        moving.Datagram.Release();
        Wire.Arrive(Ann, "four");
        Admitting("four").Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void An_endpoint_that_leaves_moves_when_it_has_left()
    {
        Admit(Ann, Client);
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Client.ExpectMsg<ClientCommands.Released>();
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        Socket.Tell(moving, Room.Ref);
        Socket.Tell(new SocketCommands.Gone(Ann, [Datagram(Ann, "one")]), Client.Ref);
        Admitting("one").Release();
        Socket.Tell(new RoomEvents.Refused(Ann), Room.Ref);
        Assert.Same(moving, Room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_restart_keeps_nobody_waiting_who_moves()
    {
        Wire.Arrive(Ann, "one");
        Admitting("one").Release();
        var moving = new RoomEvents.Moving(Datagram(Ann, "two"), CreateTestProbe("other").Ref);
        Socket.Tell(moving, Room.Ref);
        Wire.FailOnce();
        Socket.Tell(Peers.Message(Messages, "lost").For(Ann, lineMode: false, cause: null));
        Assert.Same(moving, Room.ExpectMsg<RoomCommands.HandedOver>().Moving);
        moving.Datagram.Release();
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_stop_closes_the_socket_and_gives_back_what_was_held()
    {
        Wire.Arrive((Ann, "one"), (Ann, "two"));
        Admitting("one").Release();
        Received(2);
        Watch(Socket);
        Sys.Stop(Socket);
        ExpectTerminated(Socket);
        Assert.True(Wire.IsClosed);
        Assert.Equal(1, Counters.Dropped(DropReason.HubStopping));
        EveryLeaseIsBack();
    }
}
