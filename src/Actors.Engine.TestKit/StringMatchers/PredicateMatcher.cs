namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>A text for which the predicate holds.</summary>
public class PredicateMatcher(Predicate<string> predicate, string hint = "") : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => predicate(s);

    /// <inheritdoc />
    public override string ToString() => $"predicate{(string.IsNullOrEmpty(hint) ? "" : $": {hint}")}";
}
