using System.Text;
using Actors.Client.Text;

namespace Actors.Client.Tests.Text;

public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 5)]
    [InlineData("狗哥", 4)]
    [InlineData("一棵树 bob", 10)]
    [InlineData("ＡＢ", 4)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\ufe0f", 2)]
    [InlineData("🇨🇳", 2)]
    [InlineData("\u200d", 0)]
    [InlineData("、。", 4)]
    public void A_text_takes_as_many_cells_as_a_terminal_gives_it(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Theory]
    [InlineData(0x10ff, false)]
    [InlineData(0x1100, true)]
    [InlineData(0x115f, true)]
    [InlineData(0x1160, false)]
    [InlineData(0x4dc0, false)]
    [InlineData(0x4e00, true)]
    [InlineData(0xff61, false)]
    [InlineData(0x1f600, true)]
    [InlineData(0x2fffd, true)]
    [InlineData(0x3ffff, false)]
    [InlineData(0xe0041, false)]
    public void The_table_is_right_at_its_bounds(int value, bool wide) => Assert.Equal(wide, WideCharacters.Contains(new Rune(value)));

    [Fact]
    public void Padded_names_end_in_one_column() =>
        Assert.All(["狗哥", "bob", "一棵树", ""], name => Assert.Equal(8, CellWidth.Of(CellWidth.Pad(name, 8))));

    [Theory]
    [InlineData("狗哥", 3, "狗")]
    [InlineData("狗哥", 4, "狗哥")]
    [InlineData("a狗", 2, "a")]
    [InlineData("abc", 0, "")]
    public void Half_of_a_wide_character_is_never_shown(string text, int cells, string clipped) =>
        Assert.Equal(clipped, CellWidth.Clip(text, cells));
}
