using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class CannedServiceTests
{
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("quit")]
    [InlineData("\u00ff\n")]
    public void Every_datagram_is_answered_by_the_same_bytes(string datagram)
    {
        var canned = new CannedService("xxxx");
        Assert.Equal(Reception.Plain, canned.Meet(Peers.Bytes(datagram)));
        Assert.Equal(AnswerKind.Reply, canned.Hear(Peers.Bytes(datagram), Peers.Number(1), _line).Kind);
        Assert.Equal("xxxx", Peers.Text(_line.Text));
    }

    [Fact]
    public void The_answer_may_be_empty_or_of_any_language()
    {
        new CannedService("").Hear("x"u8, Peers.Number(1), _line);
        Assert.Equal(0, _line.Length);
        new CannedService("你好").Hear("x"u8, Peers.Number(1), _line);
        Assert.Equal("你好"u8, _line.Text);
    }
}
