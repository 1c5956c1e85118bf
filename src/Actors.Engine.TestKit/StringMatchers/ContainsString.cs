namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>A text with this one in it, in whatever case.</summary>
public class ContainsString(string part) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => s.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => $"contains \"{part}\"";
}
