namespace Actors.MultiNode.Soak;

/// <summary>How long messages took, to members of the sender's node and of others. Safe to use from any thread.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<float> _local = [];
    private readonly List<float> _across = [];

    public void Add(TimeSpan took, bool isLocal)
    {
        lock (_gate) (isLocal ? _local : _across).Add((float)took.TotalMilliseconds);
    }

    /// <summary>Forgets what was so far: the measured part begins.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _local.Clear();
            _across.Clear();
        }
    }

    /// <summary>Milliseconds that this part of them took at most; zero where there is none.</summary>
    public double Quantile(double part, bool isLocal)
    {
        lock (_gate)
        {
            var all = (isLocal ? _local : _across).Order().ToList();
            return all.Count == 0 ? 0 : all[(int)Math.Min(all.Count - 1, part * all.Count)];
        }
    }
}
