namespace Akka.Actor;

/// <summary>To the children whose name matches a pattern of <c>*</c> and <c>?</c>.</summary>
public class SelectChildPattern : SelectionPathElement
{
    /// <summary>A step to <paramref name="patternStr"/>.</summary>
    public SelectChildPattern(string patternStr) => PatternStr = patternStr;

    /// <summary>The pattern.</summary>
    public string PatternStr { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectChildPattern other && other.PatternStr == PatternStr;

    /// <inheritdoc />
    public override int GetHashCode() => PatternStr.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => PatternStr;
}
