namespace Actors.Backplane.RabbitMq.Wire;

/// <summary>What a body is; its third byte.</summary>
internal enum BodyKind : byte
{
    Said = 1,
    Beat = 2,
    RosterChange = 3,
    RosterSnapshot = 4,
    RosterRequest = 5,
    Stopping = 6,
}
