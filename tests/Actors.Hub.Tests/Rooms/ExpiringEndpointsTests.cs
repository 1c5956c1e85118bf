using Actors.Hub.Rooms;

namespace Actors.Hub.Tests.Rooms;

public sealed class ExpiringEndpointsTests
{
    private static readonly DateTimeOffset Noon = Peers.Noon;

    private readonly ExpiringEndpoints _endpoints = new(capacity: 3, lifetime: TimeSpan.FromSeconds(10));

    [Fact]
    public void An_endpoint_is_remembered_for_its_time_and_not_longer()
    {
        _endpoints.Add(Peers.Number(1), Noon);
        Assert.True(_endpoints.Contains(Peers.Number(1), Noon.AddSeconds(9.999)));
        Assert.False(_endpoints.Contains(Peers.Number(1), Noon.AddSeconds(10)));
        Assert.False(_endpoints.Contains(Peers.Number(2), Noon));
    }

    [Fact]
    public void Beyond_the_bound_the_oldest_is_let_go()
    {
        for (var i = 1; i <= 4; i++)
        {
            _endpoints.Add(Peers.Number(i), Noon.AddSeconds(i));
        }

        Assert.Equal([2, 3, 4], Enumerable.Range(1, 4).Where(i => _endpoints.Contains(Peers.Number(i), Noon.AddSeconds(5))));
    }

    [Fact]
    public void One_that_is_added_again_is_the_youngest()
    {
        _endpoints.Add(Peers.Number(1), Noon);
        _endpoints.Add(Peers.Number(2), Noon.AddSeconds(1));
        _endpoints.Add(Peers.Number(3), Noon.AddSeconds(2));
        _endpoints.Add(Peers.Number(1), Noon.AddSeconds(3));
        _endpoints.Add(Peers.Number(4), Noon.AddSeconds(4));
        Assert.Equal(
            [(Peers.Number(3), 8), (Peers.Number(1), 9), (Peers.Number(4), 10)],
            _endpoints.List(Noon.AddSeconds(4)).Select(entry => (entry.Endpoint, (int)entry.Remaining.TotalSeconds)));
    }

    [Fact]
    public void A_full_set_takes_no_more_when_it_is_only_tried()
    {
        Assert.True(_endpoints.TryAdd(Peers.Number(1), Noon));
        Assert.False(_endpoints.TryAdd(Peers.Number(1), Noon));
        Assert.True(_endpoints.TryAdd(Peers.Number(2), Noon));
        Assert.True(_endpoints.TryAdd(Peers.Number(3), Noon));
        Assert.False(_endpoints.TryAdd(Peers.Number(4), Noon.AddSeconds(9)));
        Assert.True(_endpoints.TryAdd(Peers.Number(4), Noon.AddSeconds(10)));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_nobody_stay_longer()
    {
        _endpoints.Add(Peers.Number(1), Noon.AddHours(1));
        Assert.False(_endpoints.Contains(Peers.Number(1), Noon));
        Assert.Equal(0, _endpoints.Count(Noon));
    }

    [Fact]
    public void One_that_is_removed_is_forgotten()
    {
        _endpoints.Add(Peers.Number(1), Noon);
        Assert.True(_endpoints.Remove(Peers.Number(1)));
        Assert.False(_endpoints.Remove(Peers.Number(1)));
        Assert.Equal(0, _endpoints.Count(Noon));
    }
}
