namespace Actors.Client.Measuring;

/// <summary>What became of the probes of one run. Pure; probes are numbered from 1 in the order in which they were sent.</summary>
internal sealed class PingStatistics
{
    private readonly SortedDictionary<int, TimeSpan> _roundTrips = [];

    public int Sent { get; private set; }

    /// <summary>Probes that were answered.</summary>
    public int Answered => _roundTrips.Count;

    /// <summary>Answers to probes that had been answered before.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Datagrams that answer no probe.</summary>
    public int Others { get; private set; }

    public int Lost => Sent - Answered;

    /// <summary>0 to 100.</summary>
    public double LossPercent => Sent == 0 ? 0 : 100.0 * Lost / Sent;

    public TimeSpan? Least => Answered == 0 ? null : _roundTrips.Values.Min();

    public TimeSpan? Median => Percentile(50);

    public TimeSpan? P99 => Percentile(99);

    public TimeSpan? Most => Answered == 0 ? null : _roundTrips.Values.Max();

    /// <summary>The mean difference between the round trips of one answered probe and the next; null for fewer than two.</summary>
    public TimeSpan? Jitter => Answered < 2
        ? null
        : TimeSpan.FromTicks(
            (long)_roundTrips.Values.Zip(_roundTrips.Values.Skip(1), (one, next) => (next - one).Duration().Ticks).Average());

    public void Send() => Sent++;

    /// <summary>Notes the answer to a probe; false when it had been answered before.</summary>
    public bool Answer(int number, TimeSpan roundTrip)
    {
        if (_roundTrips.TryAdd(number, roundTrip)) return true;
        Duplicates++;
        return false;
    }

    public void Other() => Others++;

    // Nearest rank: the least value that at least so many percent are not above.
    private TimeSpan? Percentile(int percent)
    {
        if (Answered == 0) return null;
        var rank = (int)Math.Ceiling(percent / 100.0 * Answered);
        return _roundTrips.Values.Order().ElementAt(Math.Max(rank, 1) - 1);
    }
}
