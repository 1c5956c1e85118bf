using Actors.Datagrams;
using Actors.Hub.Backplane;

namespace Actors.Hub;

/// <summary>One member, as the operator sees it.</summary>
/// <param name="Endpoint">Where it sends from.</param>
/// <param name="Listener">Which listener it came to.</param>
/// <param name="Room">The room it is in.</param>
/// <param name="Silent">How long ago its last datagram arrived; of another node's members, when that last told of them.</param>
public sealed record ClientLine(EndpointKey Endpoint, string Listener, RoomName Room, TimeSpan Silent)
{
    /// <summary>The node that it is a member of; null where the hub shares its rooms with no other.</summary>
    public NodeId? Node { get; init; }
}
