using Actors.Benchmarks.Processes;

namespace Actors.Benchmarks.Hub;

/// <summary>One round of one contender.</summary>
/// <param name="Load">What the load measured.</param>
/// <param name="From">The hub's figures early in it; null for the others.</param>
/// <param name="To">The same late in it.</param>
internal sealed record Measurement(LoadResult Load, HubStats? From, HubStats? To)
{
    /// <summary>What the hub allocated for each datagram that it sent; null where that is not known.</summary>
    internal double? BytesPerDelivery => From is null || To is null || To["sent"] == From["sent"]
        ? null
        : (double)(To["allocated bytes"] - From["allocated bytes"]) / (To["sent"] - From["sent"]);
}
