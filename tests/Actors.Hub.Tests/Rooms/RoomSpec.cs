using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Rooms;

/// <summary>A room with real clients; the test plays the socket.</summary>
public abstract class RoomSpec : HubSpec
{
    protected RoomSpec()
    {
        Socket = CreateTestProbe("socket");
        Operator = CreateTestProbe("operator");
    }

    private protected TestProbe Socket { get; }

    private protected TestProbe Operator { get; }

    private protected HubCounters Counters { get; } = new();

    private protected RoomSetup Setup(IService? service = null, HubLimits? limits = null) => new(
        HubOptions.Default.Listeners[0],
        service ?? new ChatService(messageBytes: 960),
        Timeout,
        limits ?? HubLimits.Default,
        Counters,
        Peers.Unwatched,
        Messages);

    private protected IActorRef Room(RoomSetup setup)
    {
        var room = Sys.ActorOf(RoomActor.Props(setup), "room");
        room.Tell(new RoomCommands.Attach(Socket.Ref), Socket.Ref);
        return room;
    }

    private protected IActorRef Join(IActorRef room, EndpointKey peer, string datagram = "^hb^")
    {
        Admit(room, peer, datagram);
        var admitted = Socket.ExpectMsg<RoomEvents.Admitted>();
        Assert.Equal(peer, admitted.Member.Endpoint);
        return admitted.Member.Client;
    }

    private protected void Refused(IActorRef room, EndpointKey peer, string datagram)
    {
        Admit(room, peer, datagram);
        Assert.Equal(peer, Socket.ExpectMsg<RoomEvents.Refused>().Endpoint);
    }

    private protected void Admit(IActorRef room, EndpointKey peer, string datagram) =>
        room.Tell(new RoomCommands.Admit(Datagram(peer, datagram)), Socket.Ref);

    /// <summary>The room says this to exactly these.</summary>
    private protected void Said(string text, params EndpointKey[] to)
    {
        var said = Socket.ExpectMsg<OutgoingMessage>();
        Assert.Equal(text, said.Line.ToString());
        Assert.Equal(to.ToHashSet(), [.. said.Recipients!.Plain.Endpoints, .. said.Recipients.Lines.Endpoints]);
        said.Release();
    }

    private protected RoomLine Describe(IActorRef room)
    {
        room.Tell(RoomCommands.Describe.Instance, Operator.Ref);
        return Operator.ExpectMsg<RoomLine>();
    }

    /// <summary>The room, or a client of it, says this to one.</summary>
    private protected void Told(string text, EndpointKey to)
    {
        var told = Socket.ExpectMsg<OutgoingMessage>();
        Assert.Equal((to, null), (told.Endpoint, told.Recipients));
        Assert.Equal(text, Peers.Text(told.Line.For(told.LineMode)));
        told.Release();
    }

    /// <summary>Time passes, in which a client looks at its silence twice.</summary>
    private protected void PassSilently(IActorRef client, TimeSpan time)
    {
        Clock.Advance(time - SecondLook);
        Describes(client);
        Clock.Advance(SecondLook);
    }

    /// <summary>A question that the client answers behind everything that it was told before.</summary>
    private protected ClientLine Describes(IActorRef client)
    {
        client.Tell(ClientCommands.Describe.Instance, Operator.Ref);
        return Operator.ExpectMsg<ClientLine>();
    }

    /// <summary>Plays the socket's part when a client leaves; returns what it handed back.</summary>
    private protected IReadOnlyList<ReceivedDatagram> Release(IActorRef client)
    {
        Socket.ExpectMsg<SocketCommands.Leaving>();
        client.Tell(ClientCommands.Released.Instance, Socket.Ref);
        return Socket.ExpectMsg<SocketCommands.Gone>().Kept;
    }
}
