namespace Actors.Server.Configuration;

/// <summary>A key that the hub knows: where it stands, what it may hold, and its default.</summary>
internal abstract class ConfigKey(string pattern, string expected)
{
    /// <summary>The path, with <c>*</c> for a listener's name: <c>hub.listeners.*.port</c>.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>What it may hold, in words that follow "write": <c>a duration from 0 to 900 ms, such as 500 ms</c>.</summary>
    public string Expected { get; } = expected;

    /// <summary>The path with its listener's name filled in.</summary>
    public string At(string listener) => Pattern.Replace("*", listener, StringComparison.Ordinal);

    /// <summary>Whether a path is this key's.</summary>
    public bool Matches(string path) => Fits(ConfigPath.Split(path), ConfigPath.Split(Pattern), wholly: true);

    /// <summary>Whether a path is a group that this key is in.</summary>
    public bool IsWithin(string group) => Fits(ConfigPath.Split(group), ConfigPath.Split(Pattern), wholly: false);

    private static bool Fits(string[] path, string[] pattern, bool wholly)
    {
        if (wholly ? path.Length != pattern.Length : path.Length >= pattern.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (pattern[i] != "*" && pattern[i] != path[i])
                return false;
        }

        return true;
    }
}

/// <summary>A key with the type of what it holds.</summary>
internal sealed class ConfigKey<T>(string pattern, T fallback, string expected, ConfigKey<T>.Reader read, Func<T, string> write)
    : ConfigKey(pattern, expected)
{
    /// <summary>Reads a value as the configuration writes it; false when it is of another type or out of range.</summary>
    internal delegate bool Reader(string text, out T value);

    /// <summary>What holds when nobody sets the key.</summary>
    public T Default { get; } = fallback;

    /// <inheritdoc cref="Reader"/>
    public bool TryRead(string text, out T value) => read(text, out value);

    /// <summary>The value as HOCON; <see cref="TryRead"/> takes it back once the parser has taken its quotes off.</summary>
    public string Write(T value) => write(value);
}
