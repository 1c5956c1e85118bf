using System.Text;

namespace Actors.Server.Configuration;

/// <summary>Writes texts as HOCON, which shares JSON's quoted strings (RFC 8259, section 7).</summary>
internal static class HoconText
{
    /// <summary>The text in double quotes, so that a HOCON parser gives back the same text.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
