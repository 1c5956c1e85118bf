namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.GetQuarantine"/>: by listener, the oldest first.</summary>
public sealed record QuarantineReport(IReadOnlyList<QuarantineLine> Endpoints);
