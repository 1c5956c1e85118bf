using Actors.Datagrams;

namespace Actors.Hub.Backplane;

/// <summary>A member that left, as its node tells the others of it.</summary>
public sealed record RosterLeft(EndpointKey Endpoint, string Listener, LeaveReason Reason);
