namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.GetRooms"/>: every listener's room, in the configuration's order, and then those of other nodes.</summary>
public sealed record RoomsReport(IReadOnlyList<RoomLine> Rooms);
