using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.Pardon"/>.</summary>
/// <param name="Endpoint">The endpoint that was asked for.</param>
/// <param name="WasQuarantined">Whether it was in any listener's quarantine.</param>
public sealed record Pardoned(EndpointKey Endpoint, bool WasQuarantined);
