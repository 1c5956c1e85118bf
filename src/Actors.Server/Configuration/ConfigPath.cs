namespace Actors.Server.Configuration;

/// <summary>
/// Paths of keys, such as <c>hub.listeners.chat.port</c>. A segment that holds anything but letters, digits, <c>-</c> and <c>_</c>
/// is written in double quotes, as in HOCON.
/// </summary>
internal static class ConfigPath
{
    /// <summary>The path of a key within a group; <paramref name="group"/> is empty at the top.</summary>
    public static string Join(string group, string segment) => group.Length == 0 ? Quote(segment) : $"{group}.{Quote(segment)}";

    /// <summary>The last segment, quotes and all.</summary>
    public static string LastSegment(string path) => Split(path)[^1];

    /// <summary>The path without its last segment, empty for a path of one.</summary>
    public static string Parent(string path)
    {
        var segments = Split(path);
        return string.Join('.', segments[..^1]);
    }

    /// <summary>The path's segments, each as it is written: quoted ones keep their quotes.</summary>
    public static string[] Split(string path)
    {
        var segments = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '"')
                quoted = !quoted;
            if (path[i] != '.' || quoted)
                continue;
            segments.Add(path[start..i]);
            start = i + 1;
        }

        segments.Add(path[start..]);
        return [.. segments];
    }

    /// <summary>Whether a segment needs no quotes.</summary>
    public static bool IsPlain(string segment) => segment.Length > 0 && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Quote(string segment) => IsPlain(segment) ? segment : $"\"{segment}\"";
}
