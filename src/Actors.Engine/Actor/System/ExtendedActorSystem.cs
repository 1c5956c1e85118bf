namespace Akka.Actor;

/// <summary>A system as extensions see it.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    /// <summary>What resolves the system's paths.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>The parent of what the application makes with ActorOf.</summary>
    public abstract IInternalActorRef Guardian { get; }

    /// <summary>The root of the tree.</summary>
    public abstract IInternalActorRef LookupRoot { get; }

    /// <summary>The parent of the system's own actors.</summary>
    public abstract IInternalActorRef SystemGuardian { get; }

    /// <summary>Makes an actor under the system guardian.</summary>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>Makes an actor under the system guardian.</summary>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null) where TActor : ActorBase, new();

    /// <summary>The tree of actors as text, for debugging.</summary>
    public abstract string PrintTree();
}
