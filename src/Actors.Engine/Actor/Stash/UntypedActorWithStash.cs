namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with what <see cref="IWithStash"/> promises.</summary>
public abstract class UntypedActorWithStash : UntypedActor, IWithStash
{
    /// <inheritdoc />
    public IStash Stash { get; set; } = null!;
}
