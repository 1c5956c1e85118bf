namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.SayBye"/>.</summary>
/// <param name="Members">How many were told.</param>
public sealed record ByeSaid(int Members);
