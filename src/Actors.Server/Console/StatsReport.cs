using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Server.Console;

/// <summary>What <c>stats</c> shows; everything is counted since the start.</summary>
internal sealed record StatsReport
{
    /// <summary>Since the hub was ready.</summary>
    public required TimeSpan Uptime { get; init; }

    /// <summary>Datagrams that reached the hub.</summary>
    public required long Received { get; init; }

    /// <summary>Datagrams that the system took to send.</summary>
    public required long Sent { get; init; }

    /// <summary>Endpoints that became members.</summary>
    public required long Joined { get; init; }

    /// <summary>Members that left for silence.</summary>
    public required long Evicted { get; init; }

    /// <summary>The longest that one of them was kept beyond its interval.</summary>
    public required TimeSpan LatestEviction { get; init; }

    /// <summary>Members that left, by reason.</summary>
    public required IReadOnlyList<(LeaveReason Reason, long Members)> Left { get; init; }

    /// <summary>Clients that failed and were started anew.</summary>
    public required long Restarted { get; init; }

    /// <summary>Datagrams dropped, by reason.</summary>
    public required IReadOnlyList<(DropReason Reason, long Datagrams)> Dropped { get; init; }

    /// <summary>Datagrams that the kernel dropped before the hub saw them; null where the system does not say.</summary>
    public required long? KernelDropped { get; init; }

    /// <summary>Datagrams that wait to be sent.</summary>
    public required long Waiting { get; init; }

    /// <summary>Containers that the threads which receive can fill; with none, the kernel's buffer is the queue.</summary>
    public required int BatchesFree { get; init; }

    /// <summary>Datagrams that the capture has taken, and that it has not; null where nothing is captured.</summary>
    public (long Written, long Dropped)? Captured { get; init; }

    /// <summary>The traffic with other nodes.</summary>
    public BackplaneCounters Backplane { get; init; } = new();

    /// <summary>Bytes allocated so far (<see cref="GC.GetTotalAllocatedBytes"/>).</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>Bytes on the managed heap now, what is no longer used included.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>How long everything stood still for garbage collections, in all (<see cref="GC.GetTotalPauseDuration"/>).</summary>
    public required TimeSpan Paused { get; init; }

    /// <summary>Garbage collections so far, by generation.</summary>
    public required IReadOnlyList<int> Collections { get; init; }
}
