using System.Globalization;
using System.Text;

namespace Actors.Server.Configuration;

/// <summary>Makes one printable line of a text that may hold anything: a file name, an option's value, a library's message.</summary>
internal static class OneLine
{
    /// <summary>
    /// The text with line ends and tabs as single spaces, and every other control or format character (escape sequences,
    /// bidirectional overrides) as <c>\uXXXX</c>.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var line = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c == '\t')
                line.Append(' ');
            else if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format)
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                line.Append(c);
        }

        return line.ToString();
    }
}
