namespace Akka.Actor;

/// <summary>What makes actors and looks them up: a system or an actor's context.</summary>
public interface IActorRefFactory
{
    /// <summary>
    /// Makes a child. Throws <see cref="InvalidActorNameException"/> for a name that is empty, has characters that names may not have, or is taken.
    /// </summary>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>The actors at a path, looked up when a message is sent.</summary>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>The actors at a path, which may be relative and have wildcards (<c>*</c>, <c>?</c>).</summary>
    ActorSelection ActorSelection(string actorPath);
}
