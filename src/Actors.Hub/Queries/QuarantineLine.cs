using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>One endpoint in quarantine.</summary>
/// <param name="Endpoint">Whose datagrams are dropped.</param>
/// <param name="Listener">At which listener.</param>
/// <param name="Remaining">How long yet.</param>
public sealed record QuarantineLine(EndpointKey Endpoint, string Listener, TimeSpan Remaining);
