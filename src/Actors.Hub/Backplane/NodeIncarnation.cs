namespace Actors.Hub.Backplane;

/// <summary>
/// One life of a node, from its start to its end: what it numbers, it numbers anew in each. A later life has the larger number as a rule
/// (it is the time of the start, in microseconds since 1970), but a clock may be set back: only that they differ can be relied on.
/// </summary>
public readonly record struct NodeIncarnation(NodeId Node, long Number)
{
    /// <summary>The life that begins now.</summary>
    public static NodeIncarnation Begin(NodeId node, DateTimeOffset now) =>
        new(node, (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public override string ToString() => $"{Node}/{Number}";
}
