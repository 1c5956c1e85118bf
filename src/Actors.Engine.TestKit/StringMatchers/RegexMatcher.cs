using System.Text.RegularExpressions;

namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>A text in which the expression matches.</summary>
public class RegexMatcher(Regex regex) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => regex.IsMatch(s);

    /// <inheritdoc />
    public override string ToString() => $"matches regex \"{regex}\"";
}
