using System.Globalization;
using Actors.Client.Text;

namespace Actors.Client.Terminal;

/// <summary>
/// How a prompt and the line being typed appear in one row, whatever their length: the part around the cursor is shown, never half of a
/// wide character. Pure.
/// </summary>
/// <param name="Prompt">What stands before the text, clipped to half the row.</param>
/// <param name="Visible">The part of the text that is shown.</param>
/// <param name="CursorCell">The cell of the row in which the cursor stands, from 0.</param>
internal sealed record LineView(string Prompt, string Visible, int CursorCell)
{
    /// <summary>Lays the row out.</summary>
    /// <param name="prompt">Before the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units, between two text elements.</param>
    /// <param name="width">Cells in the row; the last is left free, so that no terminal wraps.</param>
    public static LineView Of(string prompt, string text, int cursor, int width)
    {
        prompt = CellWidth.Clip(prompt, width / 2);
        var promptCells = CellWidth.Of(prompt);
        var room = width - promptCells - 1;

        // Walk back from the cursor as far as fits, then on from there.
        var starts = StringInfo.ParseCombiningCharacters(text);
        var first = cursor;
        var before = 0;
        for (var i = starts.Length - 1; i >= 0; i--)
        {
            if (starts[i] >= cursor) continue;
            var cells = CellWidth.OfElement(Element(text, starts, i));
            if (before + cells > room) break;
            (before, first) = (before + cells, starts[i]);
        }

        return new LineView(prompt, CellWidth.Clip(text[first..], room), promptCells + before);
    }

    private static ReadOnlySpan<char> Element(string text, int[] starts, int i) =>
        text.AsSpan(starts[i], (i + 1 < starts.Length ? starts[i + 1] : text.Length) - starts[i]);
}
