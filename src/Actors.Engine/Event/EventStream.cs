using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>
/// A system's main bus: dead letters, log events and whatever one publishes, by type. A subscriber is watched, and unsubscribed when
/// it terminates. With <c>akka.actor.debug.event-stream</c> every subscription is logged.
/// </summary>
public class EventStream : LoggingBus
{
    private readonly bool _debug;
    private volatile IActorRef? _unsubscriber;

    /// <summary>A stream; <paramref name="debug"/> says whether subscriptions are logged.</summary>
    public EventStream(bool debug) => _debug = debug;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        Report($"subscribing {subscriber} to channel {channel}");
        // Watched before it is subscribed: the other way round it could die in between and stay for ever.
        if (subscriber is not MinimalLogger) _unsubscriber?.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);
        return base.Subscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var changed = base.Unsubscribe(subscriber, channel);
        Report($"unsubscribing {subscriber} from channel {channel}");
        LetGo(subscriber);
        return changed;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var changed = base.Unsubscribe(subscriber);
        Report($"unsubscribing {subscriber} from all channels");
        LetGo(subscriber);
        return changed;
    }

    /// <summary>Starts the actor that watches subscribers, earlier ones too; a <see cref="MinimalLogger"/> does not die.</summary>
    public void StartUnsubscriber(ActorSystemImpl system)
    {
        var unsubscriber = system.SystemActorOf(
            Props.Create(typeof(EventStreamUnsubscriber), this, _debug), $"EventStreamUnsubscriber-{system.NextUid()}");
        _unsubscriber = unsubscriber;
        foreach (var subscriber in Subscribers())
        {
            if (subscriber is not MinimalLogger) unsubscriber.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);
        }
    }

    internal bool IsSubscribed(IActorRef subscriber) => Subscribers().Contains(subscriber);

    private void LetGo(IActorRef subscriber)
    {
        if (subscriber is not MinimalLogger) _unsubscriber?.Tell(new EventStreamUnsubscriber.Unregister(subscriber), ActorRefs.NoSender);
    }

    private void Report(string text)
    {
        if (_debug) Publish(new Debug(SimpleName(this), GetType(), text));
    }
}
