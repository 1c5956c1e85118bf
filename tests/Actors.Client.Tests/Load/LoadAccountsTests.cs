using System.Net;
using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class LoadAccountsTests
{
    [Fact]
    public void Deliveries_duplicates_order_and_latency_are_counted()
    {
        var accounts = new LoadAccounts(Load(members: 2));
        accounts.Begin();
        var (first, second) = (accounts.Say(now: 100), accounts.Say(now: 200));
        accounts.Hear(0, second, saidAt: 200, now: 300);
        accounts.Hear(0, first, saidAt: 100, now: 310);
        accounts.Hear(0, first, saidAt: 100, now: 320);
        accounts.Hear(1, second, saidAt: 200, now: 330);

        Assert.Equal((2, 4, 3), (accounts.Sent, accounts.Expected, accounts.Delivered));
        Assert.Equal((1, 1, 1), (accounts.Duplicates, accounts.OutOfOrder, accounts.Arrived));
        Assert.Equal((210, 330), (accounts.Latency.Max, accounts.LastHeardAt));
    }

    [Fact]
    public void What_was_said_before_the_beginning_does_not_count()
    {
        var accounts = new LoadAccounts(Load(members: 1));
        var before = accounts.Say(now: 0);
        accounts.Begin();
        accounts.Hear(0, before, saidAt: 0, now: 10);
        accounts.Hear(0, before, saidAt: 0, now: 11);

        Assert.Equal((0, 0, 0), (accounts.Sent, accounts.Delivered, accounts.Duplicates));
        Assert.Equal((0, 1), (accounts.Flights.Count, accounts.HaveHeard));
    }

    [Fact]
    public void Of_those_that_fall_silent_only_how_long_they_still_hear_is_noted()
    {
        var accounts = new LoadAccounts(Load(members: 4, silentShare: 0.5));
        accounts.Begin();
        accounts.Sign(3, now: 1_000);
        var number = accounts.Say(now: 5_000);
        accounts.Hear(3, number, saidAt: 5_000, now: 6_000);

        Assert.Equal((2, 0, 5_000), (accounts.Expected, accounts.Delivered, accounts.LongestSilence));
    }

    private static LoadOptions Load(int members, double silentShare = 0) => new(
        new IPEndPoint(IPAddress.Loopback, 9), members, Senders: 1, Payload: 64, Window: 4, Rate: 0, TimeSpan.FromSeconds(5), TimeSpan.Zero,
        TimeSpan.Zero, TimeSpan.FromSeconds(1), long.MaxValue, ServerPid: null, silentShare, TimeSpan.Zero);
}
