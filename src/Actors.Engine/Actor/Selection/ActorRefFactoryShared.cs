namespace Akka.Actor;

/// <summary>Makes selections from paths.</summary>
public static class ActorRefFactoryShared
{
    /// <summary>The actors at a full path of this system.</summary>
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system)
    {
        var root = ((ExtendedActorSystem)system).LookupRoot;
        return new ActorSelection(actorPath.Address.Equals(root.Path.Address) ? root : system.DeadLetters, actorPath.Elements);
    }

    /// <summary>The actors at a path that is full, absolute (<c>/user/a</c>) or relative to <paramref name="lookupRoot"/>.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (path.Length == 0) return new ActorSelection(system.DeadLetters, "");
        if (path.StartsWith('/')) return new ActorSelection(((ExtendedActorSystem)system).LookupRoot, path.Split('/').Skip(1));
        if (!path.Contains("://", StringComparison.Ordinal)) return new ActorSelection(lookupRoot, path.Split('/'));
        return ActorPath.TryParse(path, out var full) ? ActorSelection(full!, system) : new ActorSelection(system.DeadLetters, "");
    }

    /// <summary>The actors at a path from <paramref name="anchorActorRef"/>.</summary>
    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path.Split('/'));
}
