namespace Akka.Actor;

/// <summary>A ref with an actor's cell behind it, and so with children.</summary>
public abstract class ActorRefWithCell : InternalActorRefBase
{
    /// <summary>The cell.</summary>
    public abstract ICell Underlying { get; }

    /// <summary>The actor's children now.</summary>
    public abstract IEnumerable<IActorRef> Children { get; }

    /// <summary>The child of that name; <see cref="ActorRefs.Nobody"/> where there is none.</summary>
    public abstract IInternalActorRef GetSingleChild(string name);
}
