namespace Actors.Hub;

/// <summary>Answer to <see cref="DeskQueries.SetAway"/>.</summary>
/// <param name="Text">What is told from now on; empty for nothing.</param>
public sealed record DeskAway(string Text);
