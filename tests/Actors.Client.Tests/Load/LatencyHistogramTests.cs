using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Of_nothing_every_percentile_is_zero() => Assert.Equal(0, new LatencyHistogram().Percentile(0.5));

    [Fact]
    public void Small_values_are_told_exactly()
    {
        var histogram = Of(Enumerable.Range(1, 100).Select(value => (long)value));

        Assert.Equal([1L, 50, 99, 100, 100], Percentiles(histogram, 0, 0.5, 0.99, 0.999, 1));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_000_000)]
    [InlineData(9_999_999_999)]
    public void Any_value_is_told_to_within_a_hundredth_and_the_greatest_exactly(long value)
    {
        var histogram = Of([value, value * 3]);

        Assert.InRange(histogram.Percentile(0.5), value, value * 1.01);
        Assert.Equal(value * 3, histogram.Percentile(1));
    }

    [Fact]
    public void A_greater_value_never_lies_below_a_lesser_one()
    {
        var before = 0L;
        for (var value = 1L; value < 1L << 36; value += 1 + (value / 50))
        {
            var told = Of([value, long.MaxValue]).Percentile(0.5);
            Assert.InRange(told, Math.Max(before, value), value * 1.01);
            before = told;
        }
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    public void What_cannot_be_counts_as_zero(long value, long told) => Assert.Equal(told, Of([value]).Percentile(0.5));

    [Fact]
    public void What_is_longer_than_two_minutes_is_kept_as_the_greatest()
    {
        var histogram = Of([long.MaxValue]);

        Assert.Equal((1L, long.MaxValue), (histogram.Count, histogram.Max));
    }

    [Fact]
    public void Cleared_it_is_empty()
    {
        var histogram = Of([5]);
        histogram.Clear();

        Assert.Equal((0L, 0L, 0L), (histogram.Count, histogram.Max, histogram.Percentile(0.99)));
    }

    private static LatencyHistogram Of(IEnumerable<long> values)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values) histogram.Add(value);
        return histogram;
    }

    private static IEnumerable<long> Percentiles(LatencyHistogram histogram, params double[] shares) => shares.Select(histogram.Percentile);
}
