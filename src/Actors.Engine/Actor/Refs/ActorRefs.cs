namespace Akka.Actor;

/// <summary>Well-known refs.</summary>
public static class ActorRefs
{
    /// <summary>The ref of an actor that is not there.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>The sender of a message that has none: null.</summary>
    public static readonly IActorRef NoSender = null!;
}
