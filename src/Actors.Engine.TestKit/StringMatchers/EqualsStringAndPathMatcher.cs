namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>
/// A log source that is this text, in whatever case; or, where the source is the path of an actor, this path without its address, or relative to the
/// user's guardian.
/// </summary>
public class EqualsStringAndPathMatcher : IStringMatcher
{
    private readonly string _path;
    private readonly bool _canBeRelative;

    /// <summary>Makes a matcher.</summary>
    /// <param name="path">The text or path.</param>
    /// <param name="canBeRelative">Whether it may be a path without its address.</param>
    public EqualsStringAndPathMatcher(string path, bool canBeRelative = true)
    {
        _path = path;
        _canBeRelative = canBeRelative;
    }

    /// <inheritdoc />
    public bool IsMatch(string path)
    {
        if (Same(_path, path)) return true;
        if (!_canBeRelative || _path.Contains("://", StringComparison.Ordinal)) return false;

        // akka://system/user/name, akka.tcp://system@host:port/user/name: the path begins at the first slash behind the address.
        var address = path.IndexOf("://", StringComparison.Ordinal);
        var slash = address < 0 ? -1 : path.IndexOf('/', address + "://".Length);
        if (slash < 0) return false;
        var (own, elements) = (_path.TrimStart('/'), path[(slash + 1)..]);
        return Same(own, elements) || Same("user/" + own, elements);
    }

    /// <inheritdoc />
    public override string ToString() => $"== \"{_path}\"";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
