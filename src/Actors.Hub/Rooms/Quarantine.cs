using Actors.Datagrams;

namespace Actors.Hub.Rooms;

/// <summary>
/// The endpoints whose clients failed too often. Bounded, the oldest let go first; each expires, and may be pardoned before.
/// </summary>
internal sealed class Quarantine(HubLimits limits)
{
    private readonly ExpiringEndpoints _endpoints = new(limits.QuarantinedEndpoints, limits.QuarantineTime);

    public void Add(EndpointKey endpoint, DateTimeOffset now) => _endpoints.Add(endpoint, now);

    public bool Holds(EndpointKey endpoint, DateTimeOffset now) => _endpoints.Contains(endpoint, now);

    /// <summary>Lets an endpoint go; says whether it was there.</summary>
    public bool Pardon(EndpointKey endpoint, DateTimeOffset now) => _endpoints.Contains(endpoint, now) && _endpoints.Remove(endpoint);

    public int Count(DateTimeOffset now) => _endpoints.Count(now);

    public IReadOnlyList<(EndpointKey Endpoint, TimeSpan Remaining)> List(DateTimeOffset now) => _endpoints.List(now);
}
