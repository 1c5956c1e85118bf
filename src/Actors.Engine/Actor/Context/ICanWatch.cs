namespace Akka.Actor;

/// <summary>What can learn of another actor's end.</summary>
public interface ICanWatch
{
    /// <summary>Asks for a <see cref="Terminated"/> when <paramref name="subject"/> has stopped.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>Asks for <paramref name="message"/> instead of <see cref="Terminated"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Takes it back; a notice already in the mailbox is discarded.</summary>
    IActorRef Unwatch(IActorRef subject);
}
