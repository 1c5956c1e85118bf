using System.Globalization;
using System.Text;
using Actors.Hub.Protocol;

namespace Actors.Hub.Tests.Protocol;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("hello, 狗哥 ß 👩‍🚀", "hello, 狗哥 ß 👩‍🚀")]
    [InlineData("a\r\n\tb", "a\\r\\n\\tb")]
    [InlineData("\u001b[31mred", "\\u{001b}[31mred")]
    [InlineData("\0\u0007\u007f", "\\u{0000}\\u{0007}\\u{007f}")]
    [InlineData("\u009b31m\u0085", "\\u{009b}31m\\u{0085}")]
    [InlineData("\u202eevil\u2066\u200f", "\\u{202e}evil\\u{2066}\\u{200f}")]
    [InlineData("\u2028\u2029\ufeff", "\\u{2028}\\u{2029}\\u{feff}")]
    [InlineData("\U000e0041", "\\u{e0041}")]
    [InlineData("\\n", "\\\\n")]
    [InlineData("", "")]
    public void What_a_terminal_would_obey_is_shown_as_an_escape(string text, string shown)
    {
        Assert.Equal(shown, SafeText.Show(text));
        Assert.Equal(shown, SafeText.Show(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("\u00ff\u00fe", "\\xff\\xfe")]
    [InlineData("a\u00c3", "a\\xc3")]
    [InlineData("\u00e2\u0082x", "\\xe2\\x82x")]
    [InlineData("\u00c0\u00af", "\\xc0\\xaf")]
    [InlineData("\u00ed\u00a0\u0080", "\\xed\\xa0\\x80")]
    [InlineData("\u009b", "\\x9b")]
    public void A_byte_that_is_no_UTF8_is_shown_in_hexadecimal(string latin1, string shown) =>
        Assert.Equal(shown, SafeText.Show(Peers.Bytes(latin1)));

    [Fact]
    public void What_is_too_long_to_show_is_counted() =>
        Assert.Equal("aaaa… (65503 more bytes)", SafeText.Show(Enumerable.Repeat((byte)'a', 65_507).ToArray(), maxBytes: 4));

    [Fact]
    public void Random_bytes_never_show_anything_to_obey()
    {
        var random = new Random(20261);
        var bytes = new byte[512];
        for (var round = 0; round < 2_000; round++)
        {
            random.NextBytes(bytes);
            var length = random.Next(bytes.Length + 1);
            foreach (var rune in SafeText.Show(bytes.AsSpan(0, length), maxBytes: 512).EnumerateRunes())
            {
                Assert.False(
                    Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate
                        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
                    $"U+{rune.Value:X4} in round {round}");
            }
        }
    }
}
