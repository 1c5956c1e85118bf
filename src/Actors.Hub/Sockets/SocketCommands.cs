using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>What a <see cref="SocketActor"/> is told besides what it is to send, each an <see cref="OutgoingMessage"/>.</summary>
internal static class SocketCommands
{
    /// <summary>Tells someone something, when everything that was to be sent before has been handed to the system.</summary>
    public sealed record Confirm(IActorRef ReplyTo, object Reply);

    /// <summary>From the socket itself, behind all that its mailbox held: what has been collected meanwhile is sent, a turn of it.</summary>
    public sealed record Flush
    {
        public static readonly Flush Instance = new();
    }

    /// <summary>Closes the port for good, behind everything that was to be sent before.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>
    /// From the room: nothing more is to come to this client, which leaves. Answer, to the client, behind everything that it was told
    /// before: <see cref="Clients.ClientCommands.Released"/>.
    /// </summary>
    public sealed record Leaving(EndpointKey Endpoint, IActorRef Client);

    /// <summary>From the room to the socket that sends, where the endpoint came in by another: it is sent nothing more.</summary>
    public sealed record Left(EndpointKey Endpoint);

    /// <summary>From a client that stops: the datagrams that came for it after it left, in their order; the socket's from now on.</summary>
    public sealed record Gone(EndpointKey Endpoint, IReadOnlyList<ReceivedDatagram> Kept);
}
