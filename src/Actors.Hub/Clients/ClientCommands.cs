using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// What a <see cref="ClientActor"/> is told besides its endpoint's datagrams. None of it is a sign of life from the endpoint.
/// </summary>
internal static class ClientCommands
{
    /// <summary>From the socket, in answer to <see cref="Sockets.SocketCommands.Leaving"/>: no datagram comes after this.</summary>
    public sealed record Released : INotInfluenceReceiveTimeout
    {
        public static readonly Released Instance = new();
    }

    /// <summary>From the client itself: the service has taken its time over this datagram, the first that waits.</summary>
    public sealed record Due(ReceivedDatagram Datagram) : INotInfluenceReceiveTimeout;

    /// <summary>Answer: <see cref="ClientLine"/>.</summary>
    public sealed record Describe : INotInfluenceReceiveTimeout
    {
        public static readonly Describe Instance = new();
    }
}
