using Akka.Actor;

namespace Akka.Event;

/// <summary>Channels as type arguments.</summary>
public static class EventStreamExtensions
{
    /// <summary>Subscribes to events of type <typeparamref name="TChannel"/>.</summary>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
        => eventStream.Subscribe(subscriber, typeof(TChannel));

    /// <summary>Unsubscribes from events of type <typeparamref name="TChannel"/>.</summary>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
        => eventStream.Unsubscribe(subscriber, typeof(TChannel));
}
