namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>This text, in whatever case.</summary>
public class EqualsString : IStringMatcher
{
    private readonly string _text;

    /// <summary>Makes a matcher.</summary>
    public EqualsString(string s) => _text = s;

    /// <inheritdoc />
    public bool IsMatch(string s) => string.Equals(_text, s, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => $"== \"{_text}\"";
}
