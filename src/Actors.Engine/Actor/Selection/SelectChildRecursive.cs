namespace Akka.Actor;

/// <summary>To all that lies below, at any depth: <c>**</c>, the last step of its path.</summary>
public class SelectChildRecursive : SelectionPathElement
{
    /// <summary>The one that is used.</summary>
    public static readonly SelectChildRecursive Instance = new();

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectChildRecursive;

    /// <inheritdoc />
    public override int GetHashCode() => nameof(SelectChildRecursive).GetHashCode();

    /// <inheritdoc />
    public override string ToString() => "**";
}
