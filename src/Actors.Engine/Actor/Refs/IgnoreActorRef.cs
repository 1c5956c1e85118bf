namespace Akka.Actor;

/// <summary>Discards whatever is sent to it, and is nobody's dead letter.</summary>
internal sealed class IgnoreActorRef(ActorPath path) : MinimalActorRef
{
    public override ActorPath Path => path;
}
