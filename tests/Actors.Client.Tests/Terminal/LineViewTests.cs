using System.Globalization;
using Actors.Client.Terminal;
using Actors.Client.Text;

namespace Actors.Client.Tests.Terminal;

public sealed class LineViewTests
{
    [Theory]
    [InlineData("> ", "", 0, "", 2)]
    [InlineData("> ", "abc", 3, "abc", 5)]
    [InlineData("> ", "狗哥x", 1, "狗哥x", 4)]
    [InlineData("狗哥> ", "你好", 2, "你好", 10)]
    [InlineData("> ", "😀b", 2, "😀b", 4)]
    public void The_cursor_stands_after_the_cells_before_it(string prompt, string text, int cursor, string visible, int cell)
    {
        var view = LineView.Of(prompt, text, cursor, 20);

        Assert.Equal((prompt, visible, cell), (view.Prompt, view.Visible, view.CursorCell));
    }

    [Fact]
    public void A_long_line_is_shown_around_its_cursor()
    {
        var text = string.Concat(Enumerable.Repeat("狗哥", 50));

        Assert.Equal(new LineView("> ", "狗哥狗哥狗哥狗哥", 18), LineView.Of("> ", text, text.Length, 20));
        Assert.Equal(2, LineView.Of("> ", text, 0, 20).CursorCell);
    }

    [Fact]
    public void No_row_is_ever_wider_than_the_terminal()
    {
        string[] elements = ["a", "狗", "😀", "e\u0301", "👩‍👩‍👧", " "];
        var random = new Random(20264);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => elements[random.Next(elements.Length)]));
            int[] stops = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
            var width = random.Next(20, 40);
            var view = LineView.Of("狗哥 and others> ", text, stops[random.Next(stops.Length)], width);

            Assert.InRange(CellWidth.Of(view.Prompt) + CellWidth.Of(view.Visible), 0, width - 1);
            Assert.InRange(view.CursorCell, CellWidth.Of(view.Prompt), width - 1);
        }
    }
}
