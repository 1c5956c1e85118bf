using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that asked not to be reported. Those see it who subscribe to it or to <see cref="AllDeadLetters"/>.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <summary>A suppressed dead letter.</summary>
    /// <exception cref="ArgumentNullException">The sender or the recipient is null.</exception>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(
            message,
            sender ?? throw new ArgumentNullException(nameof(sender), "SuppressedDeadLetter sender may not be null"),
            recipient ?? throw new ArgumentNullException(nameof(recipient), "SuppressedDeadLetter recipient may not be null"))
    {
    }
}
