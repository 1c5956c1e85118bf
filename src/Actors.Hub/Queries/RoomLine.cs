using Actors.Hub.Backplane;

namespace Actors.Hub;

/// <summary>One listener's room, as the operator sees it.</summary>
public sealed record RoomLine(string Listener, RoomName Room, string Service, int Members, int Quarantined)
{
    /// <summary>
    /// The node that it is on; null where the hub shares its rooms with no other. What service another node has there, and who is in
    /// quarantine, is not known.
    /// </summary>
    public NodeId? Node { get; init; }
}
