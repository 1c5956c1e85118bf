using System.Text;
using Actors.Client.Chat;
using Actors.Client.Text;

namespace Actors.Client.Tests.Chat;

public sealed class ChatLineTests
{
    [Theory]
    [InlineData("Ack HI. from 127.0.0.1:40312", "127.0.0.1:40312", null, "HI")]
    [InlineData("Ack 狗哥: 你好. from [::1]:40312\n", "[::1]:40312", "狗哥", "你好")]
    [InlineData("Ack A. from 1.2.3.4:5. from 127.0.0.1:9", "127.0.0.1:9", null, "A. from 1.2.3.4:5")]
    [InlineData("Ack . from 127.0.0.1:9", "127.0.0.1:9", null, "")]
    [InlineData("Ack b'HI'. from 127.0.0.1:9", "127.0.0.1:9", null, "HI")]
    [InlineData("Ack b'\\xe7\\x8b\\x97: IT\\'S\\n'. from 127.0.0.1:9", "127.0.0.1:9", "狗", "IT'S")]
    [InlineData("Ack b'\\x1b[2J'. from 127.0.0.1:9", "127.0.0.1:9", null, "\\u{001b}[2J")]
    [InlineData("Ack A B: C. from 127.0.0.1:9", "127.0.0.1:9", null, "A B: C")]
    [InlineData("message too long: 961 bytes, at most 960 allowed", null, null, "message too long: 961 bytes, at most 960 allowed")]
    [InlineData("Ack HI", null, null, "Ack HI")]
    [InlineData("", null, null, "")]
    public void A_line_is_read_for_who_and_what(string datagram, string? sender, string? name, string text)
    {
        var line = ChatLine.Of(Encoding.UTF8.GetBytes(datagram));

        Assert.Equal((sender, name, text), (line.Sender, line.Name, line.Text));
    }

    [Theory]
    [InlineData("Bye!", true)]
    [InlineData("Bye!\n", true)]
    [InlineData("Ack BYE!. from 127.0.0.1:9", false)]
    public void Only_the_hub_says_bye(string datagram, bool isBye) =>
        Assert.Equal(isBye, ChatLine.Of(Encoding.UTF8.GetBytes(datagram)).IsBye);

    [Theory]
    [InlineData("狗哥", true)]
    [InlineData("武大郎武大郎武大", true)]
    [InlineData("武大郎武大郎武大郎", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\u001b", false)]
    public void A_name_has_no_blanks_no_colons_and_a_bound(string text, bool isName) => Assert.Equal(isName, ChatLine.IsName(text));

    [Fact]
    public void Names_in_any_script_stand_under_one_another()
    {
        var columns = new ChatColumns();
        string[] datagrams =
        [
            "Ack 狗哥: A. from 127.0.0.1:1",
            "Ack BOB: B. from 127.0.0.1:2",
            "Ack C. from 127.0.0.1:3",
            "Ack 一棵树: D. from 127.0.0.1:4",
        ];
        string Row(string datagram) =>
            Spectre.Console.Markup.Remove(columns.Markup(ChatLine.Of(Encoding.UTF8.GetBytes(datagram)), DateTimeOffset.UnixEpoch));
        Row("Ack the widest so far. from 127.0.0.1:40312");

        var bars = datagrams.Select(Row).Select(row => CellWidth.Of(row.AsSpan(0, row.IndexOf('|'))));

        Assert.Single(bars.Distinct());
    }
}
