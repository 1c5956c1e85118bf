namespace Akka.Event;

/// <summary>One subscriber's subscription to a classifier, less the sub-classifiers that it unsubscribed from later.</summary>
public class Subscription<TSubscriber, TClassifier>
{
    /// <summary>A subscription with exceptions.</summary>
    public Subscription(TSubscriber subscriber, IEnumerable<TClassifier> unsubscriptions)
    {
        Subscriber = subscriber;
        Unsubscriptions = new HashSet<TClassifier>(unsubscriptions);
    }

    /// <summary>A subscription.</summary>
    public Subscription(TSubscriber subscriber)
        : this(subscriber, [])
    {
    }

    /// <summary>Who subscribed.</summary>
    public TSubscriber Subscriber { get; }

    /// <summary>The sub-classifiers that it does not want.</summary>
    public ISet<TClassifier> Unsubscriptions { get; }
}
