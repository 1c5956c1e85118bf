using System.Collections.Immutable;
using Actors.Hub.Backplane;

namespace Actors.Hub;

/// <summary>
/// What the hub counted since it started, and what it has of some things now. Written by its actors, read by anyone at any time; never reset.
/// </summary>
public sealed class HubCounters
{
    // Indexed by the reasons' numbers, which are small.
    private readonly long[] _dropped = new long[(int)DropReasons.All[^1] + 1];
    private readonly long[] _left = new long[(int)LeaveReasons.All[^1] + 1];
    private ImmutableArray<(DropReason Reason, Func<long> Count)> _elsewhere = [];
    private ImmutableArray<(Func<int> Waiting, Func<int> BatchesFree)> _listeners = [];
    private long _received;
    private long _sent;
    private long _joined;
    private long _clientRestarts;
    private long _latestEvictionTicks;

    /// <summary>Datagrams that reached a listener's actor.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Datagrams that the system took to send.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Endpoints that became members.</summary>
    public long Joined => Interlocked.Read(ref _joined);

    /// <summary>Members that left for silence.</summary>
    public long Evicted => Left(LeaveReason.Silent);

    /// <summary>
    /// The longest that a silent member was kept beyond its listener's interval, up to the moment since which it hears nothing; zero while
    /// none was evicted. By design at most a second; what a service's delay adds is in it.
    /// </summary>
    public TimeSpan LatestEviction => TimeSpan.FromTicks(Interlocked.Read(ref _latestEvictionTicks));

    /// <summary>Clients that were started anew after a failure.</summary>
    public long ClientRestarts => Interlocked.Read(ref _clientRestarts);

    /// <summary>Members that left for the given reason.</summary>
    public long Left(LeaveReason reason) => Interlocked.Read(ref _left[(int)reason]);

    /// <summary>Datagrams dropped for the given reason.</summary>
    public long Dropped(DropReason reason)
    {
        var dropped = Interlocked.Read(ref _dropped[(int)reason]);
        foreach (var (_, count) in _elsewhere.Where(source => source.Reason == reason))
        {
            dropped += count();
        }

        return dropped;
    }

    /// <summary>What was counted of the traffic with other nodes; all zero for a hub on its own.</summary>
    public BackplaneCounters Backplane { get; } = new();

    /// <summary>Datagrams that wait now to be sent, and have not been begun; bounded for each listener.</summary>
    public long Waiting => _listeners.Sum(listener => (long)listener.Waiting());

    /// <summary>Containers that the threads which receive can fill now; with none, the kernel's buffer is the queue.</summary>
    public int BatchesFree => _listeners.Sum(listener => listener.BatchesFree());

    internal void CountReceived(long datagrams) => Interlocked.Add(ref _received, datagrams);

    internal void CountSent(long datagrams) => Interlocked.Add(ref _sent, datagrams);

    internal void CountJoined() => Interlocked.Increment(ref _joined);

    internal void CountClientRestart() => Interlocked.Increment(ref _clientRestarts);

    internal void CountLeft(LeaveReason reason, long members = 1) => Interlocked.Add(ref _left[(int)reason], members);

    /// <summary>Says how long after its interval a member was evicted.</summary>
    internal void CountEvictedAfter(TimeSpan interval)
    {
        long latest;
        do
        {
            latest = Interlocked.Read(ref _latestEvictionTicks);
        }
        while (interval.Ticks > latest && Interlocked.CompareExchange(ref _latestEvictionTicks, interval.Ticks, latest) != latest);
    }

    internal void CountDropped(DropReason reason, long datagrams = 1) => Interlocked.Add(ref _dropped[(int)reason], datagrams);

    /// <summary>Adds a listener whose state can be asked for.</summary>
    internal void Include(Func<int> waiting, Func<int> batchesFree) =>
        ImmutableInterlocked.Update(ref _listeners, (listeners, listener) => listeners.Add(listener), (waiting, batchesFree));

    /// <summary>Adds to a reason what is counted elsewhere, by a socket say.</summary>
    internal void Include(DropReason reason, Func<long> count) =>
        ImmutableInterlocked.Update(ref _elsewhere, (sources, source) => sources.Add(source), (reason, count));
}
