namespace Actors.Client.Chat;

/// <summary>How to take part in a chat.</summary>
/// <param name="Name">Put before each message as <c>NAME: </c>; null for none.</param>
/// <param name="Interval">The hub's: who is silent for longer is evicted.</param>
/// <param name="Timeout">For how long an answer is waited for.</param>
internal sealed record ChatOptions(string? Name, TimeSpan Interval, TimeSpan Timeout);
