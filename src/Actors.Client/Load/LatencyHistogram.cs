using System.Numerics;

namespace Actors.Client.Load;

/// <summary>
/// How often which latency occurred. A bucket is 1/128 of the power of two that it lies in, so a value is told to within 0.8%, in 30 KB
/// whatever is put in (the idea is HdrHistogram's, hdrhistogram.org). One writer; any thread may read, and sees about now.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int BucketBits = 7;
    private const int BucketsPerPower = 1 << BucketBits;

    /// <summary>The longest that is told apart, 2^37 ns or 137 s; what is longer counts as that.</summary>
    private const long Most = (1L << 37) - 1;

    // Below 2^8 a bucket for each nanosecond; from there on 128 for each power of two: 256 + 29 * 128 = 3,968.
    private readonly long[] _buckets = new long[BucketOf(Most) + 1];

    /// <summary>How many values are in it.</summary>
    public long Count { get; private set; }

    /// <summary>The greatest, in nanoseconds; exact.</summary>
    public long Max { get; private set; }

    /// <summary>Puts a value in.</summary>
    /// <param name="nanoseconds">Below 0 counts as 0.</param>
    public void Add(long nanoseconds)
    {
        _buckets[BucketOf(Math.Clamp(nanoseconds, 0, Most))]++;
        Count++;
        if (nanoseconds > Max) Max = nanoseconds;
    }

    /// <summary>The least value that at least such a share are not above, in nanoseconds; 0 when it is empty.</summary>
    /// <param name="share">0 to 1: 0.99 for p99.</param>
    public long Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var bucket = 0; bucket < _buckets.Length; bucket++)
        {
            seen += _buckets[bucket];
            if (seen >= rank) return Math.Min(GreatestOf(bucket), Max);
        }

        return Max;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        (Count, Max) = (0, 0);
    }

    private static int BucketOf(long value)
    {
        var power = Math.Max(0, BitOperations.Log2((ulong)value) - BucketBits);
        return (power << BucketBits) + (int)(value >> power);
    }

    private static long GreatestOf(int bucket)
    {
        var power = Math.Max(0, (bucket >> BucketBits) - 1);
        return ((long)(bucket - (power << BucketBits) + 1) << power) - 1;
    }
}
