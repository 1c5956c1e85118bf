using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane;

public sealed class BackplaneOutboxTests
{
    private readonly BackplaneOutbox _outbox = new(capacity: 3);

    [Fact]
    public void What_waits_is_published_in_the_order_in_which_it_was_said()
    {
        Add(1, 2, 3);
        Assert.Equal([1, 2, 3], TakeAll().Select(message => message.Sequence));
        Assert.Equal((0, 3), (_outbox.Waiting, _outbox.Unconfirmed));
    }

    [Fact]
    public void Beyond_its_bound_the_oldest_that_waits_makes_way_and_not_what_was_taken()
    {
        Add(1, 2);
        TakeAll();
        Assert.Equal(0, Add(3, 4, 5));
        Assert.Equal(1, Add(6));
        Assert.Equal([4, 5, 6], TakeAll().Select(message => message.Sequence));
        Assert.Equal(5, _outbox.Unconfirmed);
    }

    [Fact]
    public void What_was_taken_and_not_confirmed_is_published_again_before_all_that_waits()
    {
        Add(1, 2, 3);
        var taken = TakeAll();
        Assert.True(_outbox.Settle(taken[1], out var takenAt));
        Assert.Equal(Peers.Noon, takenAt);
        Add(4);
        Assert.Equal(0, _outbox.Rewind());
        Assert.Equal([1, 3, 4], TakeAll().Select(message => message.Sequence));
    }

    [Fact]
    public void What_is_too_much_after_a_disconnection_makes_way_the_oldest_first()
    {
        Add(1, 2, 3);
        TakeAll();
        Add(4, 5);
        Assert.Equal(2, _outbox.Rewind());
        Assert.Equal([3, 4, 5], TakeAll().Select(message => message.Sequence));
    }

    [Fact]
    public void What_was_settled_or_never_taken_cannot_be_settled()
    {
        Add(1);
        var taken = Assert.Single(TakeAll());
        Assert.True(_outbox.Settle(taken, out _));
        Assert.False(_outbox.Settle(taken, out _));
        Assert.False(_outbox.Settle(taken with { }, out _));
    }

    private int Add(params long[] sequences) => sequences.Sum(sequence => _outbox.Add(Nodes.Message("alpha", sequence)));

    private List<BackplaneMessage> TakeAll()
    {
        var taken = new List<BackplaneMessage>();
        while (_outbox.TryPeek(out var next))
        {
            taken.Add(next);
            _outbox.Taken(Peers.Noon);
        }

        return taken;
    }
}
