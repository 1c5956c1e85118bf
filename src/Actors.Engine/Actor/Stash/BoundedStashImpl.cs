namespace Akka.Actor.Internal;

/// <summary>A stash that holds as many messages as the actor's props or its mailbox's configuration say; where neither does, any number.</summary>
public class BoundedStashImpl(IActorContext context) : AbstractStash(context, ((ActorCell)context).StashCapacity);
