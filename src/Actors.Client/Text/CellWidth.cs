using System.Globalization;
using System.Text;

namespace Actors.Client.Text;

/// <summary>
/// How many cells of a terminal a text takes. Counted by text elements (what a reader calls a character): an accent that joins its letter
/// takes none, a CJK character or an emoji two, also one that is joined of several or coloured by a variation selector.
/// </summary>
internal static class CellWidth
{
    private const char EmojiPresentation = '\ufe0f';

    /// <summary>Cells of a text without control characters.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var cells = 0;
        while (text.Length > 0)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            cells += OfElement(text[..length]);
            text = text[length..];
        }

        return cells;
    }

    /// <summary>Cells of one text element: 0, 1 or 2.</summary>
    public static int OfElement(ReadOnlySpan<char> element)
    {
        if (Rune.DecodeFromUtf16(element, out var first, out var length) != System.Buffers.OperationStatus.Done) return 1;
        if (WideCharacters.Contains(first) || element.Contains(EmojiPresentation)) return 2;
        if (IsFlagHalf(first)) return element.Length > length ? 2 : 1;
        return IsZeroWidth(first) ? 0 : 1;
    }

    /// <summary>The text, filled with spaces up to this many cells.</summary>
    public static string Pad(string text, int cells) => text + new string(' ', Math.Max(0, cells - Of(text)));

    /// <summary>As much of the text's beginning as fits.</summary>
    public static string Clip(string text, int cells)
    {
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            cells -= OfElement(text.AsSpan(end, length));
            if (cells < 0) break;
            end += length;
        }

        return text[..end];
    }

    // Two regional indicators make a flag.
    private static bool IsFlagHalf(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsZeroWidth(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
