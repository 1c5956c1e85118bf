using Akka.Actor;

namespace Akka.Event;

/// <summary>What all messages that reached nobody have in common. Published to the event stream; subscribe to it to see them all.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>A message from <paramref name="sender"/> that did not reach <paramref name="recipient"/>.</summary>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <summary>What was sent.</summary>
    public object Message { get; }

    /// <summary>Whom it was for.</summary>
    public IActorRef Recipient { get; }

    /// <summary>Who sent it.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}
