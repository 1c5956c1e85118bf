namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with what <see cref="IWithUnboundedStash"/> promises.</summary>
public abstract class UntypedActorWithUnboundedStash : UntypedActor, IWithUnboundedStash
{
    /// <inheritdoc />
    public IStash Stash { get; set; } = null!;
}
