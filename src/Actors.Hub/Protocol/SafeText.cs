using System.Globalization;
using System.Text;

namespace Actors.Hub.Protocol;

/// <summary>
/// Shows a peer's bytes where a terminal or a log would obey them. What is printable UTF-8 stays; the rest is written as an escape:
/// <c>\n \r \t \\</c>, a byte that is no UTF-8 as <c>\xNN</c>, and any other control, bidirectional or invisible formatting
/// character, line or paragraph separator as <c>\u{NNNN}</c>. Since the backslash itself is doubled, nobody can write something that looks like an escape.
/// </summary>
public static class SafeText
{
    /// <summary>Bytes shown at most, unless told otherwise: a console's line or two.</summary>
    public const int DefaultMaxBytes = 256;

    // Joins emoji and Indic or Persian letters; changes no direction and hides nothing by itself.
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The bytes as text that is safe to print.</summary>
    /// <param name="bytes">What a peer sent.</param>
    /// <param name="maxBytes">Bytes shown; of the rest it is said how many they are.</param>
    public static string Show(ReadOnlySpan<byte> bytes, int maxBytes = DefaultMaxBytes)
    {
        var shown = new StringBuilder(Math.Min(bytes.Length, maxBytes) + 16);
        while (bytes.Length > 0 && maxBytes > 0)
        {
            var valid = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (valid)
            {
                Append(shown, rune);
            }
            else
            {
                length = 1;
                shown.Append(CultureInfo.InvariantCulture, $"\\x{bytes[0]:x2}");
            }

            bytes = bytes[length..];
            maxBytes -= length;
        }

        if (bytes.Length > 0)
        {
            shown.Append(CultureInfo.InvariantCulture, $"… ({bytes.Length} more bytes)");
        }

        return shown.ToString();
    }

    /// <summary>The text with everything escaped that a terminal would obey; a lone surrogate becomes U+FFFD.</summary>
    public static string Show(string text, int maxBytes = DefaultMaxBytes) => Show(Encoding.UTF8.GetBytes(text), maxBytes);

    private static void Append(StringBuilder shown, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n': shown.Append("\\n"); break;
            case '\r': shown.Append("\\r"); break;
            case '\t': shown.Append("\\t"); break;
            case '\\': shown.Append("\\\\"); break;
            case var value when IsObeyed(rune): shown.Append(CultureInfo.InvariantCulture, $"\\u{{{value:x4}}}"); break;
            default: shown.Append(rune.ToString()); break;
        }
    }

    private static bool IsObeyed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true, // C0, DEL, C1
        UnicodeCategory.Format => rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner), // bidirectional controls, tags, U+FEFF
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
