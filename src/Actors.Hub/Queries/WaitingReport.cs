namespace Actors.Hub;

/// <summary>Answer to <see cref="DeskQueries.GetWaiting"/>: who waits the longest first.</summary>
public sealed record WaitingReport(IReadOnlyList<WaitingLine> People);
