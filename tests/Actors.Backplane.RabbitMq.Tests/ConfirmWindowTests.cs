using Actors.Backplane.RabbitMq.Sessions;
using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Tests;

public sealed class ConfirmWindowTests
{
    private readonly ConfirmWindow _window = new();

    [Fact]
    public void Each_message_is_settled_once_whatever_the_order_of_the_brokers_words()
    {
        Publish(200);
        Assert.Equal([3], Confirm(3));
        Assert.Empty(Confirm(3));
        Assert.Equal([1, 2, 4], Confirm(4, andAllBefore: true));
        Assert.Equal([100], Confirm(100));
        Assert.Equal(Enumerable.Range(5, 196).Where(n => n != 100), Confirm(200, andAllBefore: true));
        Assert.True(_window.IsEmpty);
    }

    [Fact]
    public void It_goes_round_many_times()
    {
        for (var n = 1; n <= 1_000; n++)
        {
            _window.Add(Message(n), n);
            Assert.Equal(n, _window.OldestAt);
            Assert.Equal([n], Confirm((ulong)n));
        }

        Assert.True(_window.IsEmpty);
    }

    [Fact]
    public void The_oldest_without_a_word_is_known()
    {
        Publish(3);
        Confirm(2);
        Assert.Equal(1, _window.OldestAt);
        Confirm(1);
        Assert.Equal(3, _window.OldestAt);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(4UL)]
    public void A_number_that_was_never_given_settles_nothing(ulong tag)
    {
        Publish(3);
        Assert.Empty(Confirm(tag));
        Assert.False(_window.IsEmpty);
    }

    [Fact]
    public void What_nobody_waits_for_is_counted_and_told_to_nobody()
    {
        _window.Add(null, 1);
        Assert.False(_window.IsEmpty);
        Assert.Empty(Confirm(1));
        Assert.True(_window.IsEmpty);
    }

    private void Publish(int count)
    {
        for (var n = 1; n <= count; n++) _window.Add(Message(n), n);
    }

    private IEnumerable<int> Confirm(ulong tag, bool andAllBefore = false)
    {
        var settled = new List<BackplaneMessage>();
        _window.Confirm(tag, andAllBefore, settled);
        return settled.Select(message => (int)message.Sequence);
    }

    private static BackplaneMessage Message(int n) =>
        new(new NodeIncarnation(new NodeId("ann"), 1), new RoomName("r"), n, DateTimeOffset.UnixEpoch, default);
}
