namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>A text that starts with this one, in whatever case.</summary>
public class StartsWithString(string start) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => s.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => $"starts with \"{start}\"";
}
