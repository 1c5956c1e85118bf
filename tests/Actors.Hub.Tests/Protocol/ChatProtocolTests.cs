using Actors.Hub.Protocol;

namespace Actors.Hub.Tests.Protocol;

public sealed class ChatProtocolTests
{
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("^hb^", ChatWord.Heartbeat)]
    [InlineData("^hb^\n", ChatWord.Heartbeat)]
    [InlineData("^hb^\r\n", ChatWord.Heartbeat)]
    [InlineData(" \t\n\r\v\f^hb^ \t\n\r\v\f", ChatWord.Heartbeat)]
    [InlineData("quit", ChatWord.Quit)]
    [InlineData("  quit\r\n\n", ChatWord.Quit)]
    [InlineData("", ChatWord.Message)]
    [InlineData("\n", ChatWord.Message)]
    [InlineData("   ", ChatWord.Message)]
    [InlineData("QUIT", ChatWord.Message)]
    [InlineData("^HB^", ChatWord.Message)]
    [InlineData("^hb^^hb^", ChatWord.Message)]
    [InlineData("quit now", ChatWord.Message)]
    [InlineData("quit\0", ChatWord.Message)]
    [InlineData("\u00a0quit", ChatWord.Message)]
    [InlineData("\u0085^hb^", ChatWord.Message)]
    public void A_datagram_is_a_heartbeat_a_quit_or_a_message(string datagram, ChatWord word) =>
        Assert.Equal(word, ChatProtocol.Classify(Peers.Bytes(datagram)));

    [Theory]
    [InlineData("hi", "hi")]
    [InlineData("hi\n", "hi")]
    [InlineData("hi\r\n", "hi")]
    [InlineData("hi\n\n", "hi\n")]
    [InlineData("hi\r\n\r\n", "hi\r\n")]
    [InlineData("hi\r", "hi\r")]
    [InlineData("hi\n\r", "hi\n\r")]
    [InlineData(" hi ", " hi ")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "")]
    [InlineData("", "")]
    public void One_final_newline_is_taken_off_and_nothing_more(string datagram, string text) =>
        Assert.Equal(text, Peers.Text(ChatProtocol.Text(Peers.Bytes(datagram))));

    [Theory]
    [InlineData("hello", "127.0.0.1:5000", "Ack HELLO. from 127.0.0.1:5000")]
    [InlineData("", "127.0.0.1:5000", "Ack . from 127.0.0.1:5000")]
    [InlineData("a.\0\u00e4z{`", "[::1]:65535", "Ack A.\0\u00e4Z{`. from [::1]:65535")]
    [InlineData("x", "[::ffff:10.0.0.1]:1", "Ack X. from 10.0.0.1:1")]
    [InlineData("x", "[fe80::1%3]:7", "Ack X. from [fe80::1]:7")]
    public void An_answer_is_the_text_uppercased_and_who_said_it(string text, string from, string answer)
    {
        ChatProtocol.WriteAck(_line, Peers.Bytes(text), Peers.At(from));
        Assert.Equal(answer, Peers.Text(_line.For(lineMode: false)));
        Assert.Equal(answer + "\n", Peers.Text(_line.For(lineMode: true)));
    }

    [Fact]
    public void Only_ASCII_letters_are_uppercased_so_UTF8_survives()
    {
        ChatProtocol.WriteAck(_line, "grüße 狗哥 ß 🐕"u8, Peers.At("127.0.0.1:1"));
        Assert.Equal("Ack GRüßE 狗哥 ß 🐕. from 127.0.0.1:1", _line.ToString());
    }

    [Fact]
    public void Every_byte_but_the_lower_case_letters_stays_as_it_is()
    {
        var all = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        var upper = new byte[256];
        ChatProtocol.ToUpper(all, upper);
        for (var b = 0; b < 256; b++)
        {
            Assert.Equal(b is >= 'a' and <= 'z' ? b - 32 : b, upper[b]);
        }
    }

    /// <summary>The documents' clients read 1,024 bytes at a time.</summary>
    [Fact]
    public void The_longest_answer_fits_into_1024_bytes()
    {
        var longest = Peers.At("[ffff:eeee:dddd:cccc:bbbb:aaaa:9999:8888%4294967295]:65535");
        ChatProtocol.WriteAck(_line, new byte[HubLimits.Default.MessageBytes], longest);
        var answer = _line.For(lineMode: true);
        Assert.Equal(HubLimits.Default.MessageBytes + ChatProtocol.LongestFrame, answer.Length);
        Assert.InRange(answer.Length, 0, 1_024);
    }

    [Fact]
    public void The_longest_message_that_can_be_allowed_still_fits_into_a_datagram()
    {
        var longest = Peers.At("[ffff:eeee:dddd:cccc:bbbb:aaaa:9999:8888]:65535");
        ChatProtocol.WriteAck(_line, new byte[HubLimits.MaxMessageBytes], longest);
        Assert.Equal(65_507, _line.For(lineMode: true).Length);
    }

    [Fact]
    public void A_message_that_is_too_long_is_told_its_length_and_the_limit()
    {
        ChatProtocol.WriteTooLong(_line, 2_000, 960);
        Assert.Equal("message too long: 2000 bytes, at most 960 allowed", _line.ToString());
    }

    [Theory]
    [InlineData("hi\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("hi\r", false)]
    [InlineData("hi", false)]
    [InlineData("", false)]
    public void A_datagram_that_ends_with_a_newline_asks_for_line_mode(string datagram, bool lineMode) =>
        Assert.Equal(lineMode, ChatProtocol.EndsLine(Peers.Bytes(datagram)));
}
