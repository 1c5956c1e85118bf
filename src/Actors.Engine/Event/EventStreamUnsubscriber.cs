using Akka.Actor;

namespace Akka.Event;

/// <summary>Watches the subscribers of an event stream, and unsubscribes those that terminate.</summary>
internal sealed class EventStreamUnsubscriber(EventStream stream, bool debug) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Register(var actor):
                Report($"watching {actor} in order to unsubscribe from EventStream when it terminates");
                Context.Watch(actor);
                return true;
            case Unregister(var actor):
                // It may have subscribed again since.
                if (!stream.IsSubscribed(actor)) Context.Unwatch(actor);
                return true;
            case Terminated terminated:
                Report($"unsubscribe {terminated.ActorRef} from {stream}, because it was terminated");
                stream.Unsubscribe(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    protected override void PreStart() => Report($"registering unsubscriber with {stream}");

    private void Report(string text)
    {
        if (debug) stream.Publish(new Debug(Logging.SimpleName(this), GetType(), text));
    }

    /// <summary>Somebody subscribes.</summary>
    internal sealed record Register(IActorRef Subscriber) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    /// <summary>Somebody unsubscribed from something; perhaps from all.</summary>
    internal sealed record Unregister(IActorRef Subscriber) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
