using Actors.Hub.Rooms;

namespace Actors.Hub.Tests.Rooms;

public sealed class RefusalLimiterTests
{
    private static readonly DateTimeOffset Noon = Peers.Noon;

    private readonly RefusalLimiter _limiter = new();

    [Fact]
    public void An_endpoint_is_told_at_most_once_a_second()
    {
        var told = Enumerable.Range(0, 31).Where(tick => _limiter.MayTell(Peers.Number(1), Noon.AddMilliseconds(100 * tick)));
        Assert.Equal([0, 10, 20, 30], told);
    }

    [Fact]
    public void Each_endpoint_has_its_own_second()
    {
        Assert.True(_limiter.MayTell(Peers.Number(1), Noon));
        Assert.True(_limiter.MayTell(Peers.Number(2), Noon));
        Assert.False(_limiter.MayTell(Peers.Number(2), Noon));
    }

    [Fact]
    public void A_flood_of_endpoints_is_answered_no_more_than_the_bound()
    {
        var told = Enumerable.Range(1, 50_000).Count(i => _limiter.MayTell(Peers.Number(i), Noon));
        Assert.Equal(RefusalLimiter.Capacity, told);
        Assert.True(_limiter.MayTell(Peers.Number(60_000), Noon.AddSeconds(1)));
    }
}
