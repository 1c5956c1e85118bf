namespace Actors.Hub.Backplane;

/// <summary>What was counted of another node since this one knows it. Written by its actor, read by anyone at any time; never reset.</summary>
public sealed class PeerCounters(NodeId node)
{
    // Indexed by the reasons' numbers, which are small.
    private readonly long[] _left = new long[(int)LeaveReasons.All[^1] + 1];
    private long _consumed;
    private long _duplicates;
    private long _lost;
    private int _members;
    private volatile bool _isAlive;

    /// <summary>The node.</summary>
    public NodeId Node => node;

    /// <summary>Whether it was heard of within the timeout, and has not said that it stops.</summary>
    public bool IsAlive => _isAlive;

    /// <summary>Its members, as far as they are known.</summary>
    public int Members => Volatile.Read(ref _members);

    /// <summary>Messages of its that were handed to rooms here.</summary>
    public long Consumed => Interlocked.Read(ref _consumed);

    /// <summary>Messages of its that had come before, and were dropped.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>How often it was lost.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>
    /// From when something was said there until it was handed to rooms here: by the two machines' clocks, so it is no better than they agree.
    /// </summary>
    public Lag Lag { get; } = new();

    /// <summary>Its members that left for the given reason.</summary>
    public long Left(LeaveReason reason) => Interlocked.Read(ref _left[(int)reason]);

    internal void CountConsumed() => Interlocked.Increment(ref _consumed);

    internal void CountDuplicate() => Interlocked.Increment(ref _duplicates);

    internal void CountLost() => Interlocked.Increment(ref _lost);

    internal void CountLeft(LeaveReason reason, int members = 1) => Interlocked.Add(ref _left[(int)reason], members);

    internal void SetAlive(bool alive) => _isAlive = alive;

    internal void SetMembers(int members) => Volatile.Write(ref _members, members);
}
