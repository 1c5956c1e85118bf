namespace Akka.Configuration.Hocon;

/// <summary>
/// Paths: keys with dots between them. A key in double quotes may hold dots itself: <c>akka.deployment."/user/v1.0"</c>.
/// </summary>
internal static class HoconPath
{
    /// <summary>The value at a path below another; null if a key on the way is missing. Allocates nothing.</summary>
    public static HoconValue? Find(HoconValue root, ReadOnlySpan<char> path)
    {
        var current = root;
        while (true)
        {
            var key = NextKey(ref path, out var last);
            if (current.GetObject() is not { } parent
                || !parent.Items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out current))
            {
                return null;
            }

            if (last)
            {
                return current;
            }
        }
    }

    /// <summary>A path with one more key at its end, in quotes where the key needs them.</summary>
    public static string Append(string path, string key) => Join(path, key.Contains('.') ? $"\"{key}\"" : key);

    /// <summary>Two paths in a row; either may be empty.</summary>
    public static string Join(string path, string rest) => path.Length == 0 ? rest : $"{path}.{rest}";

    private static ReadOnlySpan<char> NextKey(ref ReadOnlySpan<char> path, out bool last)
    {
        var quoted = path.Length > 1 && path[0] == '"' ? path[1..].IndexOf('"') : -1;
        var key = quoted < 0 ? default : path.Slice(1, quoted);
        var after = quoted < 0 ? path : path[(quoted + 2)..];

        var dot = after.IndexOf('.');
        last = dot < 0;
        if (quoted < 0)
        {
            key = last ? after : after[..dot];
        }

        path = last ? default : after[(dot + 1)..];
        return key;
    }
}
