using Actors.Datagrams;
using Actors.Hub.Sockets;

namespace Actors.Hub.Tests.Sockets;

public sealed class OutgoingMessageTests
{
    private static readonly EndpointKey Ann = Peers.Number(1);

    private readonly DatagramPool _datagrams = new(capacity: 2);
    private readonly OutgoingMessagePool _messages = new(capacity: 2);

    [Fact]
    public void What_is_released_gives_back_its_cause_and_is_rented_again_empty()
    {
        Said("hello").Release();
        Assert.Equal((2, 2), (_messages.Free, _datagrams.Free));
        Assert.True(_messages.TryRent(out var next));
        Assert.Equal((0, null, null, false), (next.Line.Length, next.Cause, next.Recipients, next.IsRoomTraffic));
    }

    [Fact]
    public void The_pool_is_bounded_and_the_hubs_own_words_find_a_message_all_the_same()
    {
        Said("one");
        Said("two");
        Assert.False(_messages.TryRent(out _));
        var own = _messages.RentForOwnWords();
        own.Line.Append("Bye!"u8);
        own.Release();
        Assert.Equal(0, _messages.Free);
    }

    [Fact]
    public void One_that_was_lost_is_replaced_and_one_that_comes_back_nevertheless_is_not_one_more()
    {
        var lost = Said("one");
        _messages.Replace();
        Assert.Equal(2, _messages.Free);
        lost.Release();
        Assert.Equal(2, _messages.Free);
    }

    [Fact]
    public void A_long_line_leaves_nothing_behind()
    {
        Assert.True(_messages.TryRent(out var message));
        message.Line.Extend(60_000).Fill((byte)'x');
        message.Release();
        Assert.True(_messages.TryRent(out var next));
        Assert.Equal("\n"u8, next.Line.For(lineMode: true));
    }

#if DEBUG
    [Fact]
    public void A_released_message_throws_on_every_use()
    {
        var message = Said("hello");
        message.Release();
        Assert.Contains("released", Assert.Throws<InvalidOperationException>(() => message.Line).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => message.Cause);
        Assert.Throws<InvalidOperationException>(() => message.Endpoint);
        Assert.Throws<InvalidOperationException>(() => message.Recipients);
        Assert.Throws<InvalidOperationException>(() => message.For(Peers.Recipients([Ann])));
        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(message.Release).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_reference_throws_also_when_the_message_was_rented_again()
    {
        var stale = Said("hello");
        stale.Release();
        Said("next");
        Assert.Throws<InvalidOperationException>(() => stale.Line);
    }
#endif

    private OutgoingMessage Said(string text)
    {
        Assert.True(_datagrams.TryRent(out var cause));
        return Peers.Message(_messages, text).SaidBy(Ann, cause);
    }
}
