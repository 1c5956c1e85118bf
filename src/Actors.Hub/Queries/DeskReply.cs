using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>Answer to <see cref="DeskQueries.Reply"/>.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Endpoint">Whose it was, where somebody was found.</param>
/// <param name="Name">The name of that one, or null.</param>
public sealed record DeskReply(DeskOutcome Outcome, EndpointKey Endpoint, string? Name);
