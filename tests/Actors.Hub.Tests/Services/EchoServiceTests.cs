using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class EchoServiceTests
{
    private readonly EchoService _echo = new();
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("hello", "HELLO")]
    [InlineData("", "")]
    [InlineData("quit\r\n", "QUIT\r\n")]
    [InlineData("\0\u00ffz", "\0\u00ffZ")]
    public void The_bytes_come_back_uppercased(string datagram, string reply)
    {
        Assert.Equal(Reception.Plain, _echo.Meet(Peers.Bytes(datagram)));
        var answer = _echo.Open(Peers.Number(1)).Hear(Peers.Bytes(datagram), Peers.Number(1), _line);
        Assert.Equal(AnswerKind.Reply, answer.Kind);
        Assert.Equal(reply, Peers.Text(_line.Text));
    }
}
