namespace Akka.Actor;

/// <summary>Where an actor is to live.</summary>
public abstract class Scope : IEquatable<Scope>
{
    /// <summary>In this process.</summary>
    public static readonly LocalScope Local = LocalScope.Instance;

    /// <summary>This scope, or <paramref name="other"/> where it says nothing.</summary>
    public abstract Scope WithFallback(Scope other);

    /// <summary>The same scope.</summary>
    public abstract Scope Copy();

    /// <inheritdoc />
    public virtual bool Equals(Scope? other) => other is not null && other.GetType() == GetType();
}
