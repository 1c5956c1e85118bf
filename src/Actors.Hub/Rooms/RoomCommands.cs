using Actors.Datagrams;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>
/// What a <see cref="RoomActor"/> is told and asked, besides what its members say: each an <see cref="OutgoingMessage"/>.
/// </summary>
internal static class RoomCommands
{
    /// <summary>From each of the listener's sockets, before anything else: members come in by it, and hear by the one that sends.</summary>
    public sealed record Attach(IActorRef Sending);

    /// <summary>
    /// From the socket: a datagram of an endpoint that it knows no client of. The room owns the lease from now on, and answers with
    /// <see cref="RoomEvents.Admitted"/> or <see cref="RoomEvents.Refused"/>.
    /// </summary>
    public sealed record Admit(ReceivedDatagram Datagram);

    /// <summary>From a socket: it has nothing more of the endpoint, which may come in by the other one.</summary>
    public sealed record HandedOver(RoomEvents.Moving Moving);

    /// <summary>
    /// From another node, or another room of the same name: a member of that said this. Told only where there is an uplink, which hears
    /// that it was dealt with.
    /// </summary>
    public sealed record Hear(ReadOnlyMemory<byte> Line);

    /// <summary>From the socket: what was heard and handed to it has been sent.</summary>
    public sealed record HeardWasSent
    {
        public static readonly HeardWasSent Instance = new();
    }

    /// <summary>From a client: its endpoint says this to the operator; the room owns the message.</summary>
    public sealed record TellOperator(OutgoingMessage Message);

    /// <summary>From a client: its endpoint, last heard then, is a member no more.</summary>
    public sealed record Leave(EndpointKey Endpoint, LeaveReason Reason, DateTimeOffset LastHeard);

    /// <summary>From a client: its endpoint stops the whole service.</summary>
    public sealed record StopService(EndpointKey Endpoint);

    /// <summary>
    /// Has every client tell the sender its <see cref="ClientLine"/>; the room tells it how many those are, by
    /// <see cref="RoomEvents.ClientsAsked"/>.
    /// </summary>
    public sealed record DescribeClients
    {
        public static readonly DescribeClients Instance = new();
    }

    /// <summary>Answer: <see cref="RoomLine"/>.</summary>
    public sealed record Describe
    {
        public static readonly Describe Instance = new();
    }

    /// <summary>Answer: <see cref="QuarantineReport"/>, of this room.</summary>
    public sealed record DescribeQuarantine
    {
        public static readonly DescribeQuarantine Instance = new();
    }

    /// <summary>Answer: <see cref="Pardoned"/>.</summary>
    public sealed record Pardon(EndpointKey Endpoint);

    /// <summary>Takes everyone out for good, with the service's farewell. Answer, from the socket: <see cref="ByeSaid"/>.</summary>
    public sealed record SayBye
    {
        public static readonly SayBye Instance = new();
    }
}
