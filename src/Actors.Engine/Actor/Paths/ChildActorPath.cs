namespace Akka.Actor;

/// <summary>A path below the root.</summary>
public sealed class ChildActorPath : ActorPath
{
    /// <summary>The path of <paramref name="name"/> under <paramref name="parentPath"/>.</summary>
    public ChildActorPath(ActorPath parentPath, string name, long uid) : base(parentPath, name, uid) { }
}
