namespace Akka.Actor;

/// <summary>
/// The address of one incarnation of an actor. Two refs are equal when path and uid are: the successor of a stopped actor
/// under the same name has another ref.
/// </summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    /// <summary>Where in its system's tree the actor lives.</summary>
    ActorPath Path { get; }
}
