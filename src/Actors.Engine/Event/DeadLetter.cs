using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that found its recipient stopped, or none at all.</summary>
public sealed class DeadLetter : AllDeadLetters
{
    /// <summary>A dead letter.</summary>
    /// <exception cref="ArgumentNullException">The sender or the recipient is null.</exception>
    public DeadLetter(object message, IActorRef sender, IActorRef recipient)
        : base(
            message,
            sender ?? throw new ArgumentNullException(nameof(sender), "DeadLetter sender may not be null"),
            recipient ?? throw new ArgumentNullException(nameof(recipient), "DeadLetter recipient may not be null"))
    {
    }
}
