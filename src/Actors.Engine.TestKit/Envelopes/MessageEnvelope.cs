using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message that a test actor received, and who sent it.</summary>
public abstract class MessageEnvelope
{
    /// <summary>The message as it was told.</summary>
    public abstract object Message { get; }

    /// <summary>Who sent it; the system's dead letters or <see cref="ActorRefs.NoSender"/> where nobody did.</summary>
    public abstract IActorRef Sender { get; }
}
