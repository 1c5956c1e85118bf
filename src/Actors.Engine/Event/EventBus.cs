using System.Collections.Concurrent;

namespace Akka.Event;

/// <summary>
/// Publish and subscribe by classifier, where a subscription to a classifier takes in its sub-classifiers. Who subscribed and later
/// unsubscribed from a sub-classifier gets the rest. An event goes to each subscriber once, in the order in which they subscribed.
/// Subscriptions are changed under a lock; publishing reads a cache that each change throws away.
/// </summary>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
    where TClassifier : notnull
    where TSubscriber : notnull
{
    private readonly Lock _gate = new();
    private readonly List<KeyValuePair<TClassifier, Subscription<TSubscriber, TClassifier>>> _subscriptions = [];
    private volatile ConcurrentDictionary<TClassifier, TSubscriber[]> _cache = new();

    /// <summary>Subscribes; the answer is whether that changed anything.</summary>
    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var existing = _subscriptions.FindIndex(s => Same(s.Key, classifier) && Same(s.Value.Subscriber, subscriber));
            if (existing < 0)
            {
                _subscriptions.Add(new(classifier, new Subscription<TSubscriber, TClassifier>(subscriber)));
            }
            else
            {
                var exceptions = _subscriptions[existing].Value.Unsubscriptions;
                if (exceptions.Count == 0) return false;
                exceptions.Clear();
            }
            _cache = new();
            return true;
        }
    }

    /// <summary>Unsubscribes from everything; the answer is whether that changed anything.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber)
    {
        lock (_gate)
        {
            var changed = _subscriptions.RemoveAll(s => Same(s.Value.Subscriber, subscriber)) > 0;
            if (changed) _cache = new();
            return changed;
        }
    }

    /// <summary>Unsubscribes from a classifier, or takes it out of a wider one; the answer is whether that changed anything.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var changed = _subscriptions.RemoveAll(s => Same(s.Key, classifier) && Same(s.Value.Subscriber, subscriber)) > 0;
            foreach (var (wider, subscription) in _subscriptions)
            {
                if (Same(subscription.Subscriber, subscriber) && IsSubClassification(wider, classifier))
                    changed |= subscription.Unsubscriptions.Add(classifier);
            }
            if (changed) _cache = new();
            return changed;
        }
    }

    /// <summary>Publishes an event to all whose subscriptions take it in.</summary>
    public virtual void Publish(TEvent @event)
    {
        foreach (var subscriber in _cache.TryGetValue(GetClassifier(@event), out var known) ? known : Lookup(@event))
            Publish(@event, subscriber);
    }

    /// <summary>The name of a type, without its namespace.</summary>
    protected string SimpleName(object source) => Logging.SimpleName(source);

    /// <summary>The name of a type, without its namespace.</summary>
    protected string SimpleName(Type source) => Logging.SimpleName(source);

    /// <summary>Whether <paramref name="child"/> is <paramref name="parent"/> or narrower.</summary>
    protected abstract bool IsSubClassification(TClassifier parent, TClassifier child);

    /// <summary>Hands an event to a subscriber.</summary>
    protected abstract void Publish(TEvent @event, TSubscriber subscriber);

    /// <summary>Whether an event belongs to a classifier.</summary>
    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    /// <summary>The classifier of an event; events of one classifier go to the same subscribers.</summary>
    protected abstract TClassifier GetClassifier(TEvent @event);

    /// <summary>Everybody who is subscribed to anything.</summary>
    private protected TSubscriber[] Subscribers()
    {
        lock (_gate) return [.. _subscriptions.Select(s => s.Value.Subscriber).Distinct()];
    }

    private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    // Under the lock, so that what is computed from old subscriptions cannot land in the cache of new ones.
    private TSubscriber[] Lookup(TEvent @event)
    {
        var classifier = GetClassifier(@event);
        lock (_gate)
        {
            TSubscriber[] found =
            [
                .. _subscriptions
                    .Where(s => Classify(@event, s.Key) && !s.Value.Unsubscriptions.Any(u => IsSubClassification(u, classifier)))
                    .Select(s => s.Value.Subscriber)
                    .Distinct(),
            ];
            _cache[classifier] = found;
            return found;
        }
    }
}
