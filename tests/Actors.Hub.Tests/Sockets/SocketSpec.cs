using Actors.Datagrams;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Sockets;

/// <summary>The wire alone: the test plays the room and the clients.</summary>
public abstract class SocketSpec : HubSpec
{
    private protected static readonly EndpointKey Ann = Peers.Number(1);
    private protected static readonly EndpointKey Bob = Peers.Number(2);

    protected SocketSpec()
    {
        Room = CreateTestProbe("room");
        Client = CreateTestProbe("client");
        var outbox = new Outbox(new Wire([Wire], Counters, Peers.Unwatched), Counters, Peers.Unwatched, maxMessages: 100);
        var bound = new BoundListener(HubOptions.Default.Listeners[0], Wire);
        Listener = new Listener(bound, Pool, Peers.Unwatched, outbox, new OwnEndpoints([Wire.LocalEndpoint]));
        Socket = Sys.ActorOf(SocketActor.Props(Listener.Shards[0], Room.Ref, sending: null, Counters), "socket");
        Room.ExpectMsg<RoomCommands.Attach>();
    }

    private protected HubCounters Counters { get; } = new();

    private protected FakeSocket Wire { get; } = new();

    private protected TestProbe Room { get; }

    private protected TestProbe Client { get; }

    private protected Listener Listener { get; }

    private protected IActorRef Socket { get; }

    private protected Member Member(EndpointKey peer, TestProbe client) => new(peer, client.Ref, Socket, LineMode: false);

    private protected void Admit(EndpointKey peer, TestProbe client)
    {
        Wire.Arrive(peer, "^hb^");
        Admitting("^hb^").Release();
        Socket.Tell(new RoomEvents.Admitted(Member(peer, client)), Room.Ref);
    }

    /// <summary>What somebody said to the room, as the room hands it on.</summary>
    private protected OutgoingMessage Said(string text, EndpointKey[] plain, params EndpointKey[] lines) =>
        Said(text, Peers.Recipients(plain, lines));

    private protected OutgoingMessage Said(string text, Recipients recipients) =>
        Peers.Message(Messages, text).SaidBy(Ann, Datagram(Ann, text)).For(recipients);

    /// <summary>The room is asked about a datagram; its lease is the test's then.</summary>
    private protected ReceivedDatagram Admitting(string text)
    {
        var datagram = Room.ExpectMsg<RoomCommands.Admit>().Datagram;
        Assert.Equal(text, Peers.Text(datagram.Bytes));
        return datagram;
    }

    private protected static void Heard(TestProbe client, params string[] texts)
    {
        foreach (var text in texts)
        {
            var datagram = client.ExpectMsg<ReceivedDatagram>();
            Assert.Equal(text, Peers.Text(datagram.Bytes));
            datagram.Release();
        }
    }

    private protected void Received(int datagrams) => AwaitAssert(() => Assert.Equal(datagrams, Counters.Received));
}
