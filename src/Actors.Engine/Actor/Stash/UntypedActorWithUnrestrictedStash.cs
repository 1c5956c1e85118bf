namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with what <see cref="IWithUnrestrictedStash"/> promises.</summary>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    /// <inheritdoc />
    public IStash Stash { get; set; } = null!;
}
