using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class ChatServiceTests
{
    private readonly ChatService _chat = new(messageBytes: 5);
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("quit", AnswerKind.Leave)]
    [InlineData("hello", AnswerKind.Broadcast)]
    [InlineData("hello\r\n", AnswerKind.Broadcast)]
    [InlineData("", AnswerKind.Broadcast)]
    [InlineData("hello!", AnswerKind.Refuse)]
    [InlineData("hello\n\n", AnswerKind.Refuse)]
    public void It_answers_each_datagram_by_what_it_is(string datagram, AnswerKind kind) =>
        Assert.Equal(kind, _chat.Hear(Peers.Bytes(datagram), Peers.Number(1), _line).Kind);

    [Theory]
    [InlineData("^hb^\n", true)]
    [InlineData("^hb^!", false)]
    [InlineData("", false)]
    public void It_tells_a_heartbeat_from_a_message(string datagram, bool heartbeat) =>
        Assert.Equal(heartbeat, _chat.IsHeartbeat(Peers.Bytes(datagram)));

    [Fact]
    public void A_message_that_is_too_long_is_refused_with_its_length()
    {
        var answer = _chat.Hear(Peers.Bytes("hello!\n"), Peers.Number(1), _line);
        Assert.Equal(DropReason.TooLong, answer.Refusal);
        Assert.Equal("message too long: 6 bytes, at most 5 allowed", Peers.Text(_line.Text));
    }

    [Fact]
    public void It_says_Bye() => Assert.Equal("Bye!", Peers.Text(_chat.Farewell));
}
