using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class CannedServiceTests
{
    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("quit")]
    [InlineData("\u00ff\n")]
    public void Every_datagram_is_answered_by_the_same_bytes(string datagram)
    {
        var canned = new CannedService("xxxx");
        Assert.Equal(Reception.Plain, canned.Meet(Peers.Bytes(datagram)));
        Assert.Equal("xxxx", Peers.Text(canned.Hear(Peers.Bytes(datagram), Peers.Number(1)).Line.For(lineMode: false).Span));
    }

    [Fact]
    public void The_answer_may_be_empty_or_of_any_language()
    {
        Assert.Equal(0, new CannedService("").Hear("x"u8, Peers.Number(1)).Line.Length);
        Assert.Equal("你好"u8, new CannedService("你好").Hear("x"u8, Peers.Number(1)).Line.For(lineMode: false).Span);
    }
}
