using Actors.Datagrams;

namespace Actors.Hub.Rooms;

/// <summary>
/// Whether an endpoint may be told a refusal: once a second. It remembers a bounded number of endpoints; beyond it, nobody else is told
/// anything within that second, so that a flood of forged addresses is not answered.
/// </summary>
internal sealed class RefusalLimiter
{
    // 1,024 answers a second of 17 bytes are 17 KB/s; and the memory for them is some 100 KB.
    internal const int Capacity = 1_024;

    private readonly ExpiringEndpoints _told = new(Capacity, TimeSpan.FromSeconds(1));

    public bool MayTell(EndpointKey endpoint, DateTimeOffset now) => _told.TryAdd(endpoint, now);
}
