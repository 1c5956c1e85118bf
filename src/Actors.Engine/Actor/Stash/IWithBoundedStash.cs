using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a bounded stash.</summary>
public interface IWithBoundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>
{
}
