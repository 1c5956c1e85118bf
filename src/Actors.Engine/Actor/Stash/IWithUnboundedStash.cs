using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with an unbounded stash.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>
{
}
