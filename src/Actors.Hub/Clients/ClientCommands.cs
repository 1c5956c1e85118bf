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

    /// <summary>Answer: <see cref="ClientLine"/>.</summary>
    public sealed record Describe : INotInfluenceReceiveTimeout
    {
        public static readonly Describe Instance = new();
    }
}
