using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>What a <see cref="RoomActor"/> tells others.</summary>
internal static class RoomEvents
{
    /// <summary>To the socket: this one is a member, and its client has been told the datagram.</summary>
    public sealed record Admitted(Member Member);

    /// <summary>
    /// To the socket that an endpoint came in by until now: this datagram of it came in by another one. Answer, behind everything that
    /// the socket had of the endpoint: <see cref="RoomCommands.HandedOver"/>.
    /// </summary>
    public sealed record Moving(ReceivedDatagram Datagram, IActorRef To);

    /// <summary>To the socket: nobody serves the endpoint, and its datagram is gone.</summary>
    public sealed record Refused(EndpointKey Endpoint);

    /// <summary>To the room itself when a client has stopped, whatever for; it passes it on to the sockets.</summary>
    public sealed record ClientStopped(Member Member);

    /// <summary>To who asked <see cref="RoomCommands.DescribeClients"/>: so many were asked to answer it.</summary>
    public sealed record ClientsAsked(int Count);
}
