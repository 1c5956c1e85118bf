namespace Akka.Actor;

/// <summary>To the parent.</summary>
public class SelectParent : SelectionPathElement
{
    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectParent;

    /// <inheritdoc />
    public override int GetHashCode() => nameof(SelectParent).GetHashCode();

    /// <inheritdoc />
    public override string ToString() => "..";
}
