using System.Collections.Concurrent;

namespace Akka.Actor;

/// <summary>Holds refs without an actor, such as those of Ask, under a path of its own.</summary>
internal sealed class VirtualPathContainer(ActorPath path, IInternalActorRef parent) : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _children = new();

    public override ActorPath Path => path;

    public override IInternalActorRef Parent => parent;

    public override IActorRefProvider Provider => parent.Provider;

    public override IActorRef GetChild(IReadOnlyList<string> name) =>
        name.Count == 0 || name[0].Length == 0 ? this
        : !_children.TryGetValue(name[0], out var child) ? ActorRefs.Nobody
        : name.Count == 1 ? child
        : child.GetChild([.. name.Skip(1)]);

    internal void Add(string name, IInternalActorRef child) => _children[name] = child;

    internal void Remove(string name) => _children.TryRemove(name, out _);
}
