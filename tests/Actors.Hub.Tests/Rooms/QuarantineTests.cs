using Actors.Hub.Rooms;

namespace Actors.Hub.Tests.Rooms;

public sealed class QuarantineTests
{
    private static readonly DateTimeOffset Noon = Peers.Noon;

    private readonly Quarantine _quarantine = new(HubLimits.Default);

    [Fact]
    public void An_endpoint_stays_ten_minutes()
    {
        _quarantine.Add(Peers.Number(1), Noon);
        Assert.True(_quarantine.Holds(Peers.Number(1), Noon.AddMinutes(10).AddTicks(-1)));
        Assert.False(_quarantine.Holds(Peers.Number(1), Noon.AddMinutes(10)));
    }

    [Fact]
    public void It_holds_ten_thousand_and_lets_the_oldest_go_first()
    {
        for (var i = 1; i <= 10_001; i++)
        {
            _quarantine.Add(Peers.Number(i), Noon.AddMilliseconds(i));
        }

        var now = Noon.AddSeconds(11);
        Assert.Equal(10_000, _quarantine.Count(now));
        Assert.False(_quarantine.Holds(Peers.Number(1), now));
        Assert.True(_quarantine.Holds(Peers.Number(2), now));
        Assert.True(_quarantine.Holds(Peers.Number(10_001), now));
    }

    [Fact]
    public void One_that_is_pardoned_is_free_at_once()
    {
        _quarantine.Add(Peers.Number(1), Noon);
        Assert.True(_quarantine.Pardon(Peers.Number(1), Noon));
        Assert.False(_quarantine.Holds(Peers.Number(1), Noon));
        Assert.False(_quarantine.Pardon(Peers.Number(1), Noon));
    }

    [Fact]
    public void One_whose_time_is_over_cannot_be_pardoned()
    {
        _quarantine.Add(Peers.Number(1), Noon);
        Assert.False(_quarantine.Pardon(Peers.Number(1), Noon.AddMinutes(10)));
    }

    [Fact]
    public void It_says_how_long_each_stays_yet()
    {
        _quarantine.Add(Peers.Number(1), Noon);
        _quarantine.Add(Peers.Number(2), Noon.AddMinutes(1));
        Assert.Equal(
            [(Peers.Number(1), TimeSpan.FromMinutes(8)), (Peers.Number(2), TimeSpan.FromMinutes(9))],
            _quarantine.List(Noon.AddMinutes(2)));
    }
}
