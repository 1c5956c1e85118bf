using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A link of a mailbox's queue.</summary>
internal sealed class MessageNode
{
    internal object? Message;
    internal IActorRef? Sender;
    internal MessageNode? Next;

    internal void Blank()
    {
        Message = null;
        Sender = null;
    }
}
