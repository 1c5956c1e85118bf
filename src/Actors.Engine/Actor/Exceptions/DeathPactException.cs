namespace Akka.Actor;

/// <summary>An actor that another one watches has stopped, and the watcher does not handle <see cref="Terminated"/>.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>The pact with <paramref name="deadActor"/>.</summary>
    public DeathPactException(IActorRef deadActor) : base("Monitored actor [" + deadActor + "] terminated") => DeadActor = deadActor;

    /// <summary>The actor that is gone.</summary>
    public IActorRef DeadActor { get; }
}
