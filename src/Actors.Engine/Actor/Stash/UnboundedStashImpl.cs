namespace Akka.Actor.Internal;

/// <summary>A stash that is never full.</summary>
public class UnboundedStashImpl(IActorContext context) : AbstractStash(context, capacity: -1);
