using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>Somebody who waits for the operator's answer.</summary>
/// <param name="Endpoint">Who.</param>
/// <param name="Name">The name that the operator gave it, or null.</param>
/// <param name="Listener">At which desk.</param>
/// <param name="Waiting">How long.</param>
/// <param name="Messages">How many messages are unanswered.</param>
public sealed record WaitingLine(EndpointKey Endpoint, string? Name, string Listener, TimeSpan Waiting, int Messages);
