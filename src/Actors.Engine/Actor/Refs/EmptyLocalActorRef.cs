using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The ref of a path where no actor lives: messages become dead letters, watchers are told at once.</summary>
public class EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream) : MinimalActorRef
{
    /// <inheritdoc />
    public override ActorPath Path => path;

    /// <inheritdoc />
    public override IActorRefProvider Provider => provider;

    /// <inheritdoc />
    public override bool IsTerminated => true;

    private protected EventStream EventStream => eventStream;

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is Watch watch && !watch.Watcher.Equals(this))
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
    }

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is null) throw new InvalidMessageException("Message is null.");
        if (message is DeadLetter letter) SpecialHandle(letter.Message, letter.Sender);
        else if (!SpecialHandle(message, sender)) eventStream.Publish(new DeadLetter(message, sender, this));
    }

    /// <summary>What needs an answer even here.</summary>
    private protected bool SpecialHandle(object message, IActorRef? sender)
    {
        switch (message)
        {
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, ActorRefs.Nobody), ActorRefs.NoSender);
                return true;
            case ActorSelectionMessage { Message: Identify identify, WildCardFanOut: var fanOut }:
                if (!fanOut) sender?.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
                return true;
            case ActorSelectionMessage selection:
                if (!selection.WildCardFanOut && !SpecialHandle(selection.Message, sender))
                    eventStream.Publish(new DeadLetter(selection.Message, sender ?? this, this));
                return true;
            case IDeadLetterSuppression suppressed:
                eventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? this, this));
                return true;
            default:
                return false;
        }
    }
}
