using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>The README's table of keys is hocon/reference.conf's: each key with its default, a listener's name written NAME.</summary>
internal static partial class KeyTable
{
    public static IEnumerable<Violation> Check(string reference, string readme)
    {
        var keys = Reference(reference).ToList();
        var rows = Row().Matches(readme).Select(row => (Key: row.Groups["key"].Value, Default: row.Groups["default"].Value)).ToList();
        return
        [
            .. keys.Except(rows).Select(key => Readme($"the table of keys lacks {key.Key} with its default {key.Default}")),
            .. rows.Except(keys).Select(row => Readme($"hocon/reference.conf has no {row.Key} with the default {row.Default}")),
        ];

        static Violation Readme(string what) => new("README.md", 0, what);
    }

    /// <summary>Objects and <c>key = value</c>, a line each: the reference keeps to that.</summary>
    private static IEnumerable<(string Key, string Default)> Reference(string reference)
    {
        var path = new Stack<string>();
        foreach (var line in reference.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.EndsWith('{')) path.Push(line.TrimEnd('{', ' '));
            else if (line == "}") path.Pop();
            else if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value])
                yield return (Named(string.Join('.', path.Reverse().Append(key))), value);
        }
    }

    private static string Named(string key) => key.Replace("hub.listeners.chat.", "hub.listeners.NAME.", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<key>hub\.[\w.-]+)` \| `(?<default>[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
