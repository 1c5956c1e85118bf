namespace Akka.Actor;

/// <summary>Makes actors in a way of its own, say from a container.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The type of the actors it makes.</summary>
    Type ActorType { get; }

    /// <summary>Makes an instance.</summary>
    ActorBase Produce();

    /// <summary>Called when an instance has stopped or is replaced.</summary>
    void Release(ActorBase actor);
}
