using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class MessagesInFlightTests
{
    private const long GiveUp = 1_000;

    [Fact]
    public void A_message_has_arrived_when_everybody_heard_it()
    {
        var flights = new MessagesInFlight(listeners: 2, most: 1, GiveUp);
        var number = flights.Say(now: 0);

        Assert.False(flights.Heard(number));
        Assert.Equal(1, flights.Count);
        Assert.True(flights.Heard(number));
        Assert.Equal(0, flights.Count);
    }

    [Fact]
    public void A_message_that_somebody_does_not_hear_is_given_up()
    {
        var flights = new MessagesInFlight(listeners: 2, most: 1, GiveUp);
        flights.Heard(flights.Say(now: 5));
        Assert.Equal(5 + GiveUp, flights.NextGivenUpAt);

        flights.Expire(now: 4 + GiveUp);
        Assert.Equal(1, flights.Count);
        flights.Expire(now: 5 + GiveUp);
        Assert.Equal((0, long.MaxValue), (flights.Count, flights.NextGivenUpAt));
    }

    [Fact]
    public void What_is_heard_of_it_later_changes_nothing()
    {
        var flights = new MessagesInFlight(listeners: 1, most: 1, GiveUp);
        var late = flights.Say(now: 0);
        flights.Expire(now: GiveUp);
        flights.Say(now: GiveUp);

        Assert.False(flights.Heard(late));
        Assert.Equal(1, flights.Count);
    }

    [Fact]
    public void One_that_waits_in_vain_holds_up_the_others_only_when_the_ring_is_full()
    {
        var flights = new MessagesInFlight(listeners: 1, most: 1, GiveUp);
        flights.Say(now: 0);
        var others = 0;
        for (; flights.HasPlace; others++) flights.Heard(flights.Say(now: 1));

        Assert.Equal(flights.Span - 1, others);
        flights.Expire(now: GiveUp);
        Assert.True(flights.HasPlace);
        Assert.Equal(0, flights.Count);
    }
}
