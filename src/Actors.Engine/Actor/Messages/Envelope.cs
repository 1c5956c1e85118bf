namespace Akka.Actor;

/// <summary>A message and who sent it.</summary>
public readonly struct Envelope
{
    /// <summary>Wraps a message. Throws <see cref="InvalidMessageException"/> for null.</summary>
    public Envelope(object message, IActorRef sender)
    {
        Message = message ?? throw new InvalidMessageException("Message is null.");
        Sender = sender;
    }

    /// <summary>Wraps a message; without a sender it is the system's dead letters.</summary>
    public Envelope(object message, IActorRef? sender, ActorSystem system) : this(message, sender ?? system.DeadLetters) { }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who sent it; dead letters or null for nobody.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc />
    public override string ToString() => $"<{Message}> from {(Sender is null ? "NoSender" : Sender.ToString())}";
}
