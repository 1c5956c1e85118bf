using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The envelope of a message that arrived.</summary>
public class RealMessageEnvelope(object message, IActorRef sender) : MessageEnvelope
{
    /// <inheritdoc />
    public override object Message => message;

    /// <inheritdoc />
    public override IActorRef Sender => sender;

    /// <inheritdoc />
    public override string ToString() => $"<{Message ?? "null"}> from {(ReferenceEquals(Sender, ActorRefs.NoSender) ? "NoSender" : Sender)}";
}
