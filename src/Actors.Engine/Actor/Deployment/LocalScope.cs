namespace Akka.Actor;

/// <summary>This process: where all of this engine's actors live.</summary>
public class LocalScope : Scope
{
    private LocalScope() { }

    /// <summary>The only one.</summary>
    public static LocalScope Instance { get; } = new();

    /// <inheritdoc />
    public override Scope WithFallback(Scope other) => this;

    /// <inheritdoc />
    public override Scope Copy() => this;
}
