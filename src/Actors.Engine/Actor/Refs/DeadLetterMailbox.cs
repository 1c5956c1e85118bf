using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>The mailbox of every actor that has stopped: what comes there is a dead letter.</summary>
public sealed class DeadLetterMailbox : Mailbox
{
    internal DeadLetterMailbox(MessageDispatcher dispatcher) : base(dispatcher) { }
}
