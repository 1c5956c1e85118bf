using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>What somebody wrote to the operator.</summary>
/// <param name="Endpoint">Who.</param>
/// <param name="Name">The name that the operator gave it, or null.</param>
/// <param name="Text">What, safe to print (<see cref="Protocol.SafeText"/>).</param>
public sealed record DeskMessage(EndpointKey Endpoint, string? Name, string Text);
