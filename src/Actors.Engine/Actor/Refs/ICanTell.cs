namespace Akka.Actor;

/// <summary>Something a message can be sent to: an <see cref="IActorRef"/> or an <see cref="ActorSelection"/>.</summary>
public interface ICanTell
{
    /// <summary>Sends <paramref name="message"/>, at most once, in order per sender and receiver, without waiting.</summary>
    void Tell(object message, IActorRef? sender);
}
