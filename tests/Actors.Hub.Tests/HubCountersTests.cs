namespace Actors.Hub.Tests;

public sealed class HubCountersTests
{
    [Fact]
    public void Every_reason_can_be_counted()
    {
        var counters = new HubCounters();
        foreach (var reason in Enum.GetValues<DropReason>())
        {
            counters.CountDropped(reason, (int)reason);
        }

        counters.CountLeft(LeaveReason.Silent);
        Assert.All(Enum.GetValues<DropReason>(), reason => Assert.Equal((int)reason, counters.Dropped(reason)));
        Assert.Equal(1, counters.Evicted);
        Assert.Equal(0, counters.Left(LeaveReason.Quit));
    }

    [Fact]
    public void Of_all_evictions_the_latest_is_kept()
    {
        var counters = new HubCounters();
        Assert.Equal(TimeSpan.Zero, counters.LatestEviction);
        counters.CountEvictedAfter(TimeSpan.FromMilliseconds(480));
        counters.CountEvictedAfter(TimeSpan.FromMilliseconds(510));
        counters.CountEvictedAfter(TimeSpan.FromMilliseconds(500));
        Assert.Equal(TimeSpan.FromMilliseconds(510), counters.LatestEviction);
    }

    [Fact]
    public void Every_reason_has_its_own_words()
    {
        Assert.Equal(DropReasons.All.Count, DropReasons.All.Select(reason => reason.Describe()).Distinct().Count());
        Assert.Equal(LeaveReasons.All.Count, LeaveReasons.All.Select(reason => reason.Describe()).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(DropReason).Describe());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(LeaveReason).Describe());
    }

    /// <summary>Metrics and documents name the numbers, so they stay.</summary>
    [Fact]
    public void Every_reason_keeps_its_number()
    {
        Assert.Equal(
            [
                10, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 39, 40, 41,
                50, 51, 52, 53, 54, 55,
            ],
            DropReasons.All.Select(reason => (int)reason));
        Assert.Equal([1, 2, 3, 4, 5, 6], LeaveReasons.All.Select(reason => (int)reason));
    }

    [Fact]
    public void What_is_counted_elsewhere_is_added()
    {
        var counters = new HubCounters();
        counters.CountDropped(DropReason.PoolEmpty);
        counters.Include(DropReason.PoolEmpty, () => 10);
        counters.Include(DropReason.PoolEmpty, () => 100);
        counters.Include(DropReason.KernelBufferFull, () => 5);
        Assert.Equal(111, counters.Dropped(DropReason.PoolEmpty));
        Assert.Equal(5, counters.Dropped(DropReason.KernelBufferFull));
    }

    [Fact]
    public void What_listeners_have_now_is_summed()
    {
        var counters = new HubCounters();
        Assert.Equal((0, 0), (counters.Waiting, counters.BatchesFree));
        counters.Include(waiting: () => 3, batchesFree: () => 256);
        counters.Include(waiting: () => 4, batchesFree: () => 255);
        Assert.Equal((7, 511), (counters.Waiting, counters.BatchesFree));
    }
}
