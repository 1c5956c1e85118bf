using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Actors.Client.Chat;

/// <summary>
/// Reads what Python shows of bytes, <c>b'\xe7\x8b\x97: HI'</c>: the documents' servers answer with it, and a person wants to read 狗.
/// Python Language Reference, 2.4.1.1 "Escape sequences". Pure.
/// </summary>
internal static class PythonBytes
{
    /// <summary>The bytes of a whole literal; false where the text is none.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is not (['b', '\'', .., '\''] or ['b', '"', .., '"']) || text.Length < 3) return false;
        var read = new MemoryStream();
        var inner = text.AsSpan(2, text.Length - 3);
        while (inner.Length > 0)
        {
            if (!TryReadOne(inner, out var value, out var length)) return false;
            read.WriteByte(value);
            inner = inner[length..];
        }

        bytes = read.ToArray();
        return true;
    }

    private static bool TryReadOne(ReadOnlySpan<char> text, out byte value, out int length)
    {
        (value, length) = (0, 1);
        if (text[0] != '\\')
        {
            value = (byte)text[0];
            return char.IsAscii(text[0]);
        }

        length = 2;
        switch (text.Length > 1 ? text[1] : '\0')
        {
            case 'x':
                length = 4;
                return text.Length >= 4
                    && byte.TryParse(text.Slice(2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
            case 'n': value = (byte)'\n'; return true;
            case 'r': value = (byte)'\r'; return true;
            case 't': value = (byte)'\t'; return true;
            case '\\' or '\'' or '"': value = (byte)text[1]; return true;
            default: return false;
        }
    }
}
