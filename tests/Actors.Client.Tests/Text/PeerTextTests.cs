using System.Globalization;
using System.Text;
using Actors.Client.Text;

namespace Actors.Client.Tests.Text;

public sealed class PeerTextTests
{
    [Theory]
    [InlineData("hello, 狗哥 ß 👩‍🚀", "hello, 狗哥 ß 👩‍🚀")]
    [InlineData("a\r\n\tb", "a\\r\\n\\tb")]
    [InlineData("\u001b]0;title\u0007\u001b[2J", "\\u{001b}]0;title\\u{0007}\\u{001b}[2J")]
    [InlineData("\u009b31m\u0085\u007f\0", "\\u{009b}31m\\u{0085}\\u{007f}\\u{0000}")]
    [InlineData("\u202eevil\u2066\u200f\u2028\ufeff", "\\u{202e}evil\\u{2066}\\u{200f}\\u{2028}\\u{feff}")]
    [InlineData("C:\\new", "C:\\new")]
    [InlineData("", "")]
    public void What_a_terminal_would_obey_is_shown_as_an_escape(string text, string shown)
    {
        Assert.Equal(shown, PeerText.Show(text));
        Assert.Equal(shown, PeerText.Show(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void A_byte_that_is_no_UTF8_is_shown_in_hexadecimal() =>
        Assert.Equal("a\\xff\\xc3(\\xe2\\x82", PeerText.Show([(byte)'a', 0xff, 0xc3, (byte)'(', 0xe2, 0x82]));

    [Theory]
    [InlineData("hi\n", "hi")]
    [InlineData("hi\r\n", "hi")]
    [InlineData("hi\n\n", "hi\\n")]
    [InlineData("\n", "")]
    [InlineData("hi\r", "hi\\r")]
    public void A_final_newline_is_not_part_of_the_line(string datagram, string line) =>
        Assert.Equal(line, PeerText.Line(Encoding.UTF8.GetBytes(datagram)));

    [Fact]
    public void Nothing_is_cut() => Assert.Equal(new string('a', 65_507), PeerText.Line(Enumerable.Repeat((byte)'a', 65_507).ToArray()));

    [Fact]
    public void Random_bytes_never_show_anything_to_obey()
    {
        var random = new Random(20263);
        var bytes = new byte[256];
        for (var round = 0; round < 1_000; round++)
        {
            random.NextBytes(bytes);
            foreach (var rune in PeerText.Show(bytes.AsSpan(0, random.Next(bytes.Length + 1))).EnumerateRunes())
            {
                var category = Rune.GetUnicodeCategory(rune);
                Assert.False(
                    category is UnicodeCategory.Control or UnicodeCategory.Surrogate
                        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
                    $"U+{rune.Value:X4} in round {round}");
            }
        }
    }
}
