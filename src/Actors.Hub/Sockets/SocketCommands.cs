using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Rooms;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>What a <see cref="SocketActor"/> is told.</summary>
internal static class SocketCommands
{
    /// <summary>Sends one datagram, and then releases the one that it answers.</summary>
    public sealed record SendTo(EndpointKey Endpoint, ReadOnlyMemory<byte> Payload, ReceivedDatagram? Cause);

    /// <summary>Sends one line to many, and then releases the datagram that it came of; none for what the hub says itself.</summary>
    public sealed record SendToMany(Line Line, Recipients Recipients, ReceivedDatagram? Cause);

    /// <summary>Tells someone something, when everything that was to be sent before has been handed to the system.</summary>
    public sealed record Confirm(IActorRef ReplyTo, object Reply);

    /// <summary>From the socket itself: what has come was heard, and sending goes on.</summary>
    public sealed record NextTurn
    {
        public static readonly NextTurn Instance = new();
    }

    /// <summary>Closes the port for good, behind everything that was to be sent before.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>
    /// From a client that leaves: nothing more is to come to it. Answer: <see cref="Clients.ClientCommands.Released"/>, behind
    /// everything that it was told before.
    /// </summary>
    public sealed record Leaving(EndpointKey Endpoint);

    /// <summary>From a client that stops: the datagrams that came for it after it left, in their order; the socket's from now on.</summary>
    public sealed record Gone(EndpointKey Endpoint, IReadOnlyList<ReceivedDatagram> Kept);
}
