using System.Text;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The group chat, exactly: what joins, what is heard, and what is answered by nothing.</summary>
public sealed class GroupChatTests(PatientHub fixture) : IClassFixture<PatientHub>
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public void The_first_datagram_joins_and_is_heard_by_its_sender()
    {
        using var ann = _hub.User();
        ann.Says("hi");
        ann.HearsAck("HI", ann);
    }

    [Fact]
    public void What_one_member_says_every_member_hears()
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User().Joins(), cyd = _hub.User().Joins();
        ann.HearsAck("HELLO", bob);
        ann.HearsAck("HELLO", cyd);
        bob.HearsAck("HELLO", cyd);

        bob.Says("Good morning, all");
        foreach (var member in new[] { ann, bob, cyd }) member.HearsAck("GOOD MORNING, ALL", bob);
    }

    [Fact]
    public void Messages_of_one_sender_arrive_in_their_order()
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User().Joins();
        ann.HearsAck("HELLO", bob);
        for (var n = 0; n < 100; n++) bob.Says($"line {n}");
        for (var n = 0; n < 100; n++) ann.HearsAck($"LINE {n}", bob);
    }

    [Theory]
    [InlineData("^hb^")]
    [InlineData(" ^hb^\r\n")]
    [InlineData("\t\n\v\f\r ^hb^ \t\n\v\f\r")]
    public void A_heartbeat_is_answered_by_nothing(string heartbeat)
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User().Joins();
        ann.HearsAck("HELLO", bob);
        ann.Says(heartbeat);
        bob.Settles();
        for (var round = 1; round <= 3; round++) ann.HearsAck($"ROUND {round}", bob);
        Assert.True(ann.HasHeardNothing);
    }

    [Fact]
    public void A_heartbeat_joins()
    {
        using ChatUser ann = _hub.User(), bob = _hub.User();
        ann.Says("^hb^");
        bob.Joins();
        ann.HearsAck("HELLO", bob);
    }

    [Theory]
    [InlineData("^hb^^hb^", "^HB^^HB^")]
    [InlineData("^hb", "^HB")]
    [InlineData("^HB^", "^HB^")]
    [InlineData("quit now", "QUIT NOW")]
    [InlineData("quit.", "QUIT.")]
    [InlineData("\u00A0^hb^", "\u00A0^HB^")] // no ASCII white space
    public void What_only_looks_like_a_command_is_a_message(string text, string heard)
    {
        using var ann = _hub.User().Joins();
        ann.Says(text);
        ann.HearsAck(heard, ann);
    }

    [Theory]
    [InlineData("quit")]
    [InlineData(" \tquit\r\n")]
    public void Quit_takes_the_member_out_and_is_answered_by_nothing(string quit)
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User().Joins();
        ann.HearsAck("HELLO", bob);
        ann.Says(quit);
        bob.Settles();
        Assert.True(ann.HasHeardNothing);
        Assert.False(_hub.Lists(ann));
        Assert.True(_hub.Lists(bob));
    }

    [Fact]
    public void Who_has_quit_joins_again_with_a_later_datagram()
    {
        using var ann = _hub.User();
        for (var times = 0; times < 3; times++)
        {
            ann.Joins();
            ann.Says("quit");
        }

        ann.Joins();
    }

    [Fact]
    public void A_quit_from_a_stranger_does_nothing()
    {
        using ChatUser ann = _hub.User().Joins(), stranger = _hub.User();
        stranger.Says("quit");
        ann.Settles();
        Assert.True(stranger.HasHeardNothing);
        Assert.False(_hub.Lists(stranger));
    }

    [Fact]
    public void An_empty_datagram_joins_and_is_heard()
    {
        using var ann = _hub.User();
        ann.Says("");
        ann.HearsAck("", ann);
        ann.Says("");
        ann.HearsAck("", ann);
    }

    [Theory]
    [InlineData("a\n", "A")]
    [InlineData("a\r\n", "A")]
    [InlineData("a\n\n", "A\n")]
    [InlineData("a\r\n\r\n", "A\r\n")]
    [InlineData("a\r", "A\r")]
    [InlineData("a\n\r", "A\n\r")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData(" a \t", " A \t")]
    public void One_final_newline_is_taken_off_and_nothing_more(string text, string heard)
    {
        using var ann = _hub.User().Joins();
        ann.Says(text);
        ann.HearsAck(heard, ann);
    }

    [Theory]
    [InlineData("grüße, ñandú", "GRüßE, ñANDú")]
    [InlineData("你好 wörld", "你好 WöRLD")]
    [InlineData("x 👋🏽 y", "X 👋🏽 Y")]
    public void Text_in_utf8_survives_and_only_ascii_is_uppercased(string text, string heard)
    {
        using var ann = _hub.User().Joins();
        ann.Says(text);
        ann.HearsAck(heard, ann);
    }

    [Fact]
    public void Every_byte_but_the_ascii_letters_is_left_as_it_is()
    {
        using var ann = _hub.User().Joins();
        var said = Enumerable.Range(0, 256).Select(n => (byte)n).ToArray();
        ann.Says(said);

        var upper = said.Select(b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b);
        Assert.Equal([.. "Ack "u8, .. upper, .. Encoding.ASCII.GetBytes($". from {ann.Name}")], ann.HearsBytes());
    }

    [Fact]
    public void A_member_that_joined_with_a_newline_hears_lines_until_it_leaves()
    {
        using ChatUser ann = _hub.User(), bob = _hub.User().Joins();
        ann.Says("\n");
        ann.Hears($"Ack . from {ann.Name}\n");
        bob.HearsAck("", ann);

        bob.Says("hi");
        ann.Hears($"Ack HI. from {bob.Name}\n");
        bob.HearsAck("HI", bob);

        ann.Says("without one");
        ann.Hears($"Ack WITHOUT ONE. from {ann.Name}\n");
        bob.HearsAck("WITHOUT ONE", ann);

        ann.Says("quit\n");
        ann.Joins();
    }

    [Theory]
    [InlineData("^hb^\n")]
    [InlineData("first\r\n")]
    public void Any_joining_datagram_that_ends_with_a_newline_asks_for_lines(string joining)
    {
        using ChatUser ann = _hub.User(), bob = _hub.User();
        ann.Says(joining);
        if (joining.StartsWith("first", StringComparison.Ordinal)) ann.Hears($"Ack FIRST. from {ann.Name}\n");
        bob.Joins();
        ann.Hears($"Ack HELLO. from {bob.Name}\n");
    }

    [Fact]
    public void A_later_newline_does_not_ask_for_lines()
    {
        using var ann = _hub.User().Joins();
        ann.Says("hi\n");
        ann.HearsAck("HI", ann);
        ann.Says("hi");
        ann.HearsAck("HI", ann);
    }
}
