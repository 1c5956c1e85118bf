using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages go that cannot be delivered: published as <see cref="DeadLetter"/>.</summary>
public class DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream) : EmptyLocalActorRef(provider, path, eventStream)
{
    /// <inheritdoc />
    public override bool IsTerminated => false;

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case null:
                throw new InvalidMessageException("Message is null.");
            case DeadLetter letter:
                if (!SpecialHandle(letter.Message, letter.Sender)) EventStream.Publish(letter);
                break;
            default:
                if (!SpecialHandle(message, sender)) EventStream.Publish(new DeadLetter(message, sender ?? this, this));
                break;
        }
    }
}
