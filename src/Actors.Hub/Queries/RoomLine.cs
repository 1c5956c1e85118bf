namespace Actors.Hub;

/// <summary>One listener's room, as the operator sees it.</summary>
public sealed record RoomLine(string Listener, RoomName Room, string Service, int Members, int Quarantined);
