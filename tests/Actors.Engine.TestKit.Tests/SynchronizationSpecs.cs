using Akka.TestKit;

namespace Actors.Engine.TestKit.Tests;

public class SynchronizationSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task A_latch_opens_when_it_has_been_counted_down()
    {
        var latch = CreateTestLatch(2);
        var waiting = Task.Run(() => latch.Ready());
        latch.CountDown();
        Assert.False(latch.IsOpen);
        Assert.Throws<TimeoutException>(() => latch.Ready(Short));
        latch.CountDown();
        latch.CountDown();
        Assert.True(latch.IsOpen);
        await waiting;
    }

    [Fact]
    public void A_latch_opens_at_once_and_can_be_closed_again()
    {
        var latch = new TestLatch(5);
        latch.Open();
        latch.Ready();
        latch.Reset();
        Assert.False(latch.IsOpen);
        Assert.Throws<ArgumentException>(() => latch.Ready(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_barrier_lets_all_go_on_when_all_have_come()
    {
        var barrier = CreateTestBarrier(2);
        var other = Task.Run(() => barrier.Await());
        barrier.Await();
        await other;
        barrier.Reset();
        Assert.Throws<TimeoutException>(() => barrier.Await(Short));
    }
}
