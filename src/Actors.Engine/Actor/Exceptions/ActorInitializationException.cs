namespace Akka.Actor;

/// <summary>An actor could not be made.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>No message.</summary>
    public ActorInitializationException() { }

    /// <summary>A message.</summary>
    public ActorInitializationException(string message) : base(message) { }

    /// <summary>A message and what lies behind it.</summary>
    public ActorInitializationException(string message, Exception? cause) : base(message, cause) { }

    /// <summary>Which actor, a message, and what lies behind it.</summary>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null) : base(message, cause) => Actor = actor;

    /// <summary>Which actor, where that is known.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc />
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}
