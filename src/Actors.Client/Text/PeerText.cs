using System.Buffers;
using System.Globalization;
using System.Text;

namespace Actors.Client.Text;

/// <summary>
/// A peer's bytes as one line that a terminal shows and does not obey: printable UTF-8 stays, everything else is written as an escape
/// (<c>\n \r \t</c>, <c>\u{001b}</c>, <c>\xff</c> for a byte that is no UTF-8).
/// </summary>
/// <remarks>
/// Not the hub's own: an operator's log must be unambiguous, so the hub doubles each backslash and cuts at 256 bytes. A chat is read by
/// people: nothing is cut, a final newline is not part of the text, and a backslash is a backslash (who needs the exact bytes has
/// <c>--json</c> and <c>--hex</c>). So the client also stands on nothing of the hub's, and speaks to any datagram program.
/// </remarks>
internal static class PeerText
{
    // Joins emoji and Indic or Persian letters; changes no direction and hides nothing by itself.
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A datagram as a line: one final LF or CR LF is taken off, the rest shown.</summary>
    public static string Line(ReadOnlySpan<byte> datagram) => Show(datagram switch
    {
        [.. var text, (byte)'\r', (byte)'\n'] => text,
        [.. var text, (byte)'\n'] => text,
        _ => datagram,
    });

    /// <summary>Every byte, shown.</summary>
    public static string Show(ReadOnlySpan<byte> bytes)
    {
        var shown = new StringBuilder(bytes.Length + 8);
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
            {
                Append(shown, rune);
            }
            else
            {
                length = 1;
                shown.Append(CultureInfo.InvariantCulture, $"\\x{bytes[0]:x2}");
            }

            bytes = bytes[length..];
        }

        return shown.ToString();
    }

    /// <summary>A text that did not come from our own source: an argument, a name in a file.</summary>
    public static string Show(string text) => Show(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a terminal would obey, or hide, this character.</summary>
    public static bool IsObeyed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true, // C0, DEL, C1
        UnicodeCategory.Format => rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner), // bidirectional controls, tags, U+FEFF
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };

    private static void Append(StringBuilder shown, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n': shown.Append("\\n"); break;
            case '\r': shown.Append("\\r"); break;
            case '\t': shown.Append("\\t"); break;
            case var value when IsObeyed(rune): shown.Append(CultureInfo.InvariantCulture, $"\\u{{{value:x4}}}"); break;
            default: shown.Append(rune.ToString()); break;
        }
    }
}
