using Actors.Datagrams;
using Actors.Hub.Backplane;
using Akka.Actor;

namespace Actors.Hub.Tests.Backplane;

/// <summary>Whole hubs in virtual time that share their rooms, over sockets that a test plays.</summary>
public sealed class SharedHubSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);
    private static readonly NodeId Alpha = new("alpha");
    private static readonly NodeId Bravo = new("bravo");

    private readonly InProcessExchange _exchange = new();

    [Fact]
    public void What_one_says_the_members_of_its_room_hear_on_every_node_once_in_order()
    {
        var (alpha, bravo, charlie) = (Hub("alpha"), Hub("bravo"), Hub("charlie"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        charlie.Joins(Cid);
        for (var n = 1; n <= 100; n++)
        {
            alpha.Wire.Arrive(Ann, $"m{n}");
        }

        for (var n = 1; n <= 100; n++)
        {
            var line = $"Ack M{n}. from 10.0.0.1:5000";
            Assert.Equal((line, line, line), (alpha.Wire.Next(Ann), bravo.Wire.Next(Bob), charlie.Wire.Next(Cid)));
        }

        Assert.False(alpha.Wire.HasMore(Ann) || bravo.Wire.HasMore(Bob) || charlie.Wire.HasMore(Cid));
        AwaitAssert(() => Assert.Equal((100, 0, 0), (alpha.Counted.Confirmed, alpha.Counted.Waiting, alpha.Counted.Unconfirmed)));
        AwaitAssert(() => Assert.Equal((100, 0), (bravo.Peer("alpha").Consumed, bravo.Peer("alpha").Duplicates)));
    }

    [Fact]
    public void Line_mode_is_each_members_own_on_every_node()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann, "^hb^\n");
        bravo.Joins(Bob);
        alpha.Wire.Arrive(Ann, "hi\n");
        Assert.Equal("Ack HI. from 10.0.0.1:5000\n", alpha.Wire.Next(Ann));
        Assert.Equal("Ack HI. from 10.0.0.1:5000", bravo.Wire.Next(Bob));
    }

    [Fact]
    public void Listeners_of_one_hub_whose_chats_name_the_same_room_hear_each_other_and_others_of_that_room_do_not()
    {
        var chat = HubOptions.Default.Listeners[0];
        var alpha = Hub("alpha", null, chat, chat with { Name = "second" });
        var bravo = Hub("bravo", null, chat, chat with { Name = "echo", Service = "echo" });
        alpha.Joins(Ann);
        alpha.Joins(Bob, wire: 1);
        bravo.Joins(Cid, "first", wire: 1);
        Assert.Equal("FIRST", bravo.Wires[1].Next(Cid));
        bravo.Joins(Cid);
        alpha.Wire.Arrive(Ann, "hi");
        foreach (var heard in new[] { alpha.Wire.Next(Ann), alpha.Wires[1].Next(Bob), bravo.Wire.Next(Cid) })
        {
            Assert.Equal("Ack HI. from 10.0.0.1:5000", heard);
        }

        bravo.Wires[1].Arrive(Cid, "mine alone");
        Assert.Equal("MINE ALONE", bravo.Wires[1].Next(Cid));
        Assert.False(bravo.Wires[1].HasMore(Cid) || bravo.Wire.HasMore(Cid));
    }

    [Fact]
    public void The_operator_sees_the_members_and_the_rooms_of_every_node()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        bravo.Joins(Cid);
        Meet(alpha, bravo);
        Assert.Equal(
            [("alpha", Ann), ("bravo", Bob), ("bravo", Cid)],
            alpha.Ask<ClientsReport>(HubQueries.GetClients.Instance).Clients.Select(line => (line.Node!.Value.Value, line.Endpoint)));
        var lobby = new RoomName("lobby");
        Assert.Equal(
            [new RoomLine("chat", lobby, "chat", 1, 0) { Node = Alpha }, new RoomLine("chat", lobby, "", 2, 0) { Node = Bravo }],
            alpha.Ask<RoomsReport>(HubQueries.GetRooms.Instance).Rooms);
    }

    [Fact]
    public void A_member_that_falls_silent_is_gone_on_every_node_for_its_reason()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        bravo.Joins(Bob);
        Meet(alpha, bravo);
        for (var silent = TimeSpan.Zero; silent < Timeout; silent += BackplaneOptions.Default.Heartbeat)
        {
            Clock.Advance(BackplaneOptions.Default.Heartbeat);
            Settle(alpha, bravo);
        }

        AwaitAssert(() => Assert.Equal(1, bravo.Counters.Evicted));
        Beat(alpha, bravo);
        AwaitAssert(() => Assert.Equal((0, 1), (alpha.Peer("bravo").Members, alpha.Peer("bravo").Left(LeaveReason.Silent))));
        Assert.Equal(0, alpha.Counters.Evicted);
    }

    [Fact]
    public void A_node_that_is_lost_takes_its_members_along_and_one_that_comes_back_brings_them()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        Meet(alpha, bravo);
        _exchange.Set(InProcessLink.Hung, Bravo);
        Clock.Advance(BackplaneOptions.Default.NodeTimeout);
        AwaitAssert(() => Assert.False(alpha.Peer("bravo").IsAlive));
        Assert.Equal(1, alpha.Peer("bravo").Left(LeaveReason.NodeLost));
        Assert.Equal([Ann], alpha.Ask<ClientsReport>(HubQueries.GetClients.Instance).Clients.Select(line => line.Endpoint));

        bravo.Wire.Arrive(Bob, "still here");
        Assert.Equal("Ack STILL HERE. from 10.0.0.2:5000", bravo.Wire.Next(Bob));
        _exchange.Set(InProcessLink.Up, Bravo);
        Assert.Equal("Ack STILL HERE. from 10.0.0.2:5000", alpha.Wire.Next(Ann));
        Meet(alpha, bravo);
    }

    [Fact]
    public void A_node_that_starts_anew_is_heard_from_its_first_word_on()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        Meet(alpha, bravo);
        bravo.Wire.Arrive(Bob, "old life");
        Assert.Equal("Ack OLD LIFE. from 10.0.0.2:5000", alpha.Wire.Next(Ann));
        _exchange.Set(InProcessLink.Down, Bravo);
        Sys.Stop(bravo.Ref);

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = Hub("bravo");
        again.Joins(Cid);
        again.Wire.Arrive(Cid, "new life");
        Assert.Equal("Ack NEW LIFE. from 10.0.0.3:5000", alpha.Wire.Next(Ann));
        Meet(alpha, again);
        Assert.Equal([Ann, Cid], alpha.Ask<ClientsReport>(HubQueries.GetClients.Instance).Clients.Select(line => line.Endpoint));
        Assert.Equal((1, 0), (alpha.Peer("bravo").Left(LeaveReason.NodeLost), alpha.Peer("bravo").Duplicates));
    }

    [Fact]
    public void Much_that_was_said_while_the_backplane_was_gone_is_all_heard_in_order_when_it_is_back()
    {
        const int many = 3_000;
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        _exchange.Set(InProcessLink.Down);
        for (var n = 1; n <= many; n++)
        {
            alpha.Wire.Arrive(Ann, $"m{n}");
            Assert.Equal($"Ack M{n}. from 10.0.0.1:5000", alpha.Wire.Next(Ann));
        }

        AwaitAssert(() => Assert.Equal(many, alpha.Counted.Waiting));
        _exchange.Set(InProcessLink.Up);
        for (var n = 1; n <= many; n++)
        {
            Assert.Equal($"Ack M{n}. from 10.0.0.1:5000", bravo.Wire.Next(Bob));
        }

        Assert.Equal(0, DropReasons.All.Sum(bravo.Counters.Dropped));
        Assert.Equal(0, DropReasons.All.Sum(alpha.Counters.Dropped));
    }

    [Fact]
    public void What_came_but_was_not_confirmed_is_heard_once()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        _exchange.Set(InProcessLink.Unconfirmed, Alpha);
        alpha.Wire.Arrive(Ann, "one");
        Assert.Equal("Ack ONE. from 10.0.0.1:5000", bravo.Wire.Next(Bob));
        _exchange.Set(InProcessLink.Down, Alpha);
        _exchange.Set(InProcessLink.Up, Alpha);
        alpha.Wire.Arrive(Ann, "two");
        Assert.Equal("Ack TWO. from 10.0.0.1:5000", bravo.Wire.Next(Bob));
        AwaitAssert(() => Assert.Equal((2, 1), (bravo.Peer("alpha").Consumed, bravo.Peer("alpha").Duplicates)));
    }

    [Fact]
    public void Bye_is_said_while_the_backplane_hangs_and_otherwise_the_others_know_at_once()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        Meet(alpha, bravo);
        Assert.Equal(1, bravo.Ask<ByeSaid>(HubQueries.SayBye.Instance).Members);
        Assert.Equal("Bye!", bravo.Wire.Next(Bob));
        AwaitAssert(() => Assert.False(alpha.Peer("bravo").IsAlive));
        Assert.Equal(1, alpha.Peer("bravo").Left(LeaveReason.HubStopping));

        _exchange.Set(InProcessLink.Hung);
        Assert.Equal(1, alpha.Ask<ByeSaid>(HubQueries.SayBye.Instance).Members);
        Assert.Equal("Bye!", alpha.Wire.Next(Ann));
    }

    private SharedHub Hub(string name, BackplaneOptions? options = null, params ListenerOptions[] listeners) =>
        new(this, _exchange.Connect(), name, options, listeners);

    /// <summary>Until each knows of all members of the other.</summary>
    private void Meet(SharedHub alpha, SharedHub bravo) => AwaitAssert(() =>
    {
        Beat(alpha, bravo);
        Assert.Equal(Members(bravo), alpha.Peer("bravo").Members);
        Assert.Equal(Members(alpha), bravo.Peer("alpha").Members);
    });

    private static long Members(SharedHub hub) => hub.Counters.Joined - LeaveReasons.All.Sum(hub.Counters.Left);

    private void Beat(params SharedHub[] hubs)
    {
        Clock.Advance(BackplaneOptions.Default.Heartbeat);
        Settle(hubs);
    }

    /// <summary>Each has dealt with what was told to its backplane until now.</summary>
    private static void Settle(params SharedHub[] hubs)
    {
        foreach (var hub in hubs.Concat(hubs))
        {
            hub.Ask<RoomsReport>(HubQueries.GetRooms.Instance);
        }
    }
}
