using Actors.Hub.Protocol;
using Actors.Hub.Services;
using Actors.Hub.Services.Desk;

namespace Actors.Hub.Tests.Services.Desk;

public sealed class DeskServiceTests
{
    private readonly DeskService _desk = new(messageBytes: 5);
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("hello", "hello", Reception.Plain)]
    [InlineData("hello\r\n", "hello", Reception.Lines)]
    [InlineData("quit", "quit", Reception.Plain)]
    [InlineData("", "", Reception.Plain)]
    public void What_somebody_writes_goes_to_the_operator_without_its_final_newline(string datagram, string text, Reception reception)
    {
        Assert.Equal(reception, _desk.Meet(Peers.Bytes(datagram)));
        var answer = _desk.Hear(Peers.Bytes(datagram), Peers.Number(1), _line);
        Assert.Equal(AnswerKind.TellOperator, answer.Kind);
        Assert.Equal(text, Peers.Text(_line.Text));
    }

    [Fact]
    public void A_heartbeat_is_no_message() => Assert.True(_desk.IsHeartbeat("^hb^"u8));

    [Fact]
    public void A_message_that_is_too_long_is_refused_with_its_length()
    {
        var answer = _desk.Hear("hello!"u8, Peers.Number(1), _line);
        Assert.Equal((AnswerKind.Refuse, DropReason.TooLong), (answer.Kind, answer.Refusal));
    }
}
