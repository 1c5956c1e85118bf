using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that was dropped on purpose, by a full bounded mailbox or stash, say.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>A message dropped for <paramref name="reason"/>, with no sender known.</summary>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender!, recipient)
    {
    }

    /// <summary>A message dropped for <paramref name="reason"/>.</summary>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        Reason = reason;
    }

    /// <summary>Why it was dropped.</summary>
    public string Reason { get; }
}
