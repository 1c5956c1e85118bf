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
}
