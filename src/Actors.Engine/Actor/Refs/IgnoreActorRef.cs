namespace Akka.Actor;

/// <summary>Discards whatever is sent to it, and is nobody's dead letter.</summary>
internal sealed class IgnoreActorRef(IActorRefProvider provider, ActorPath path) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override IActorRefProvider Provider => provider;
}
