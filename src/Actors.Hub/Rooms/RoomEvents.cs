using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>What a <see cref="RoomActor"/> tells others.</summary>
internal static class RoomEvents
{
    /// <summary>To the socket: this client serves the endpoint, and has been told the datagram.</summary>
    public sealed record Admitted(EndpointKey Endpoint, IActorRef Client);

    /// <summary>To the socket: nobody serves the endpoint, and its datagram is gone.</summary>
    public sealed record Refused(EndpointKey Endpoint);

    /// <summary>To the socket: this client has stopped, whatever for.</summary>
    public sealed record ClientStopped(EndpointKey Endpoint, IActorRef Client);

    /// <summary>To who asked <see cref="RoomCommands.DescribeClients"/>: so many were asked to answer it.</summary>
    public sealed record ClientsAsked(int Count);
}
