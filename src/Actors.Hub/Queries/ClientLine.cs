using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>One member, as the operator sees it.</summary>
/// <param name="Endpoint">Where it sends from.</param>
/// <param name="Listener">Which listener it came to.</param>
/// <param name="Room">The room it is in.</param>
/// <param name="Silent">How long ago its last datagram arrived.</param>
public sealed record ClientLine(EndpointKey Endpoint, string Listener, RoomName Room, TimeSpan Silent);
