using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a stash, bounded where its mailbox or Props say so.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>
{
}
