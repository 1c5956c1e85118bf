namespace Actors.Hub;

/// <summary>Answer to <see cref="DeskQueries.Next"/>.</summary>
/// <param name="Messages">The oldest first.</param>
/// <param name="Missed">How many came before them and were dropped, because too many were unread.</param>
public sealed record DeskNews(IReadOnlyList<DeskMessage> Messages, int Missed);
