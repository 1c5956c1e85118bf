using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Values as HOCON text that parses to the same values again. Substitutions are printed as what they stand for.</summary>
internal static class HoconPrinter
{
    private const int SpacesPerLevel = 2;

    public static string Print(HoconValue value, int indent)
    {
        if (indent == 0 && value.GetObject() is { } members)
        {
            return PrintMembers(members, 0);
        }

        var text = new StringBuilder();
        AppendValue(text, value, indent);
        return text.ToString();
    }

    public static string Print(HoconArray array)
    {
        var text = new StringBuilder();
        AppendArray(text, array, 0);
        return text.ToString();
    }

    public static string PrintMembers(HoconObject members, int indent)
    {
        var text = new StringBuilder();
        AppendMembers(text, members, indent);
        return text.ToString();
    }

    private static void AppendMembers(StringBuilder text, HoconObject members, int indent)
    {
        foreach (var (key, value) in members.Items)
        {
            text.Append(' ', indent * SpacesPerLevel);
            AppendText(text, key, NeedsQuotesAsKey(key));
            text.Append(" : ");
            AppendValue(text, value, indent);
            text.Append('\n');
        }
    }

    private static void AppendValue(StringBuilder text, HoconValue value, int indent)
    {
        if (value.GetObject() is { } members)
        {
            text.Append("{\n");
            AppendMembers(text, members, indent + 1);
            text.Append(' ', indent * SpacesPerLevel).Append('}');
        }
        else if (!value.IsString())
        {
            // A value without any content reads as no text and as no elements: so does an empty array.
            AppendArray(text, value.GetArray(), indent);
        }
        else if (value.GetString() is { } content)
        {
            AppendText(text, content, NeedsQuotes(content));
        }
        else
        {
            text.Append("null");
        }
    }

    private static void AppendArray(StringBuilder text, IList<HoconValue> elements, int indent)
    {
        text.Append('[');
        for (var i = 0; i < elements.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            AppendValue(text, elements[i], indent);
        }

        text.Append(']');
    }

    private static void AppendText(StringBuilder text, string content, bool quote)
    {
        if (!quote)
        {
            text.Append(content);
            return;
        }

        text.Append('"');
        foreach (var character in content)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static bool NeedsQuotes(string content) => content.Length == 0 || !content.All(static c => IsPlain(c) || c == '.');

    private static bool NeedsQuotesAsKey(string key) => key.Length == 0 || key == "include" || !key.All(IsPlain);

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}
