namespace Akka.Actor;

/// <summary>Makes selections from paths.</summary>
public static class ActorRefFactoryShared
{
    /// <summary>The actors at a full path of this system.</summary>
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system) =>
        new(((ExtendedActorSystem)system).LookupRoot, actorPath.Elements);

    /// <summary>The actors at a path that is full, absolute (<c>/user/a</c>) or relative to <paramref name="lookupRoot"/>.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (path.StartsWith('/')) return new ActorSelection(((ExtendedActorSystem)system).LookupRoot, path.Split('/').Skip(1));
        if (!path.Contains("://", StringComparison.Ordinal)) return new ActorSelection(lookupRoot, path.Split('/'));
        if (!ActorPath.TryParse(path, out var full))
            return new ActorSelection(((ExtendedActorSystem)system).DeadLetters, "");
        return full!.Address.Equals(((ExtendedActorSystem)system).LookupRoot.Path.Address)
            ? ActorSelection(full, system)
            : new ActorSelection(system.DeadLetters, "");
    }

    /// <summary>The actors at a path from <paramref name="anchorActorRef"/>.</summary>
    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path.Split('/'));
}
