using Akka.Actor;

namespace Actors.Hub.Backplane;

/// <summary>What a <see cref="PeerNodeActor"/> is told and asked. The first two are its node's signs of life.</summary>
internal static class PeerCommands
{
    /// <summary>The node said something, for these rooms. It has a credit.</summary>
    public sealed record Heard(BackplaneMessage Message, IReadOnlyCollection<IActorRef> Rooms);

    /// <summary>The node told something of itself. It has a credit.</summary>
    public sealed record Told(NodeNews News);

    /// <summary>Answer: <see cref="ClientsReport"/>, of this node, in no order.</summary>
    public sealed record DescribeClients : INotInfluenceReceiveTimeout
    {
        public static readonly DescribeClients Instance = new();
    }

    /// <summary>Answer: <see cref="RoomsReport"/>, of this node.</summary>
    public sealed record DescribeRooms : INotInfluenceReceiveTimeout
    {
        public static readonly DescribeRooms Instance = new();
    }
}
