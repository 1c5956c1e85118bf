using Actors.Datagrams;

namespace Actors.Hub.Backplane;

/// <summary>A member of a room, as its node tells the others of it.</summary>
/// <param name="Endpoint">Where it sends from; of one listener, so two nodes may have members of the same endpoint.</param>
/// <param name="Listener">Which listener of its node it came to.</param>
/// <param name="Room">The room that it is in.</param>
/// <param name="Silent">How long ago its last datagram arrived when this was told; not negative.</param>
public sealed record RosterMember(EndpointKey Endpoint, string Listener, RoomName Room, TimeSpan Silent);
