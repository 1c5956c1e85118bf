using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class PrefixServiceTests
{
    private readonly PrefixService _prefix = new("server send data:", stopOnQ: false);
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("hello", "server send data:hello")]
    [InlineData("", "server send data:")]
    [InlineData("Q", "server send data:Q")]
    [InlineData("qq", "server send data:qq")]
    [InlineData("\0\u00ff\n", "server send data:\0\u00ff\n")]
    public void The_datagram_s_bytes_come_back_behind_the_prefix(string datagram, string reply)
    {
        Assert.Equal(Reception.Plain, _prefix.Meet(Peers.Bytes(datagram)));
        var answer = _prefix.Hear(Peers.Bytes(datagram), Peers.Number(1), _line);
        Assert.Equal(AnswerKind.Reply, answer.Kind);
        Assert.Equal(reply, Peers.Text(_line.Text));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("q\n")]
    [InlineData(" q\r\n")]
    public void A_q_ends_the_session_and_one_from_a_stranger_begins_none(string datagram)
    {
        Assert.Equal(Reception.Unwanted, _prefix.Meet(Peers.Bytes(datagram)));
        Assert.Equal(AnswerKind.Leave, _prefix.Hear(Peers.Bytes(datagram), Peers.Number(1), _line).Kind);
    }

    [Fact]
    public void Where_the_operator_wants_that_a_q_from_anyone_stops_the_service()
    {
        var prefix = new PrefixService("", stopOnQ: true);
        Assert.Equal(Reception.Plain, prefix.Meet("q"u8));
        Assert.Equal(AnswerKind.StopService, prefix.Hear("q"u8, Peers.Number(1), _line).Kind);
    }

    [Fact]
    public void What_would_be_longer_than_a_datagram_is_refused_in_one_line()
    {
        var answer = _prefix.Hear(new byte[65_491], Peers.Number(1), _line);
        Assert.Equal((AnswerKind.Refuse, DropReason.ReplyTooLong), (answer.Kind, answer.Refusal));
        Assert.Equal("reply too long: 65508 bytes, at most 65507 allowed", Peers.Text(_line.Text));
        _line.Clear();
        _prefix.Hear(new byte[65_490], Peers.Number(1), _line);
        Assert.Equal(65_507, _line.Length);
    }
}
