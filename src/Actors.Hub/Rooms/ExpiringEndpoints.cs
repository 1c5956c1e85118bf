using Actors.Datagrams;

namespace Actors.Hub.Rooms;

/// <summary>
/// Endpoints that are each remembered for the same time, in the order in which they came, and no more of them than a bound. A clock that
/// was set back does not make anyone stay longer: an entry from the future has expired.
/// </summary>
internal sealed class ExpiringEndpoints(int capacity, TimeSpan lifetime)
{
    private readonly record struct Entry(EndpointKey Endpoint, DateTimeOffset Since);

    private readonly Dictionary<EndpointKey, LinkedListNode<Entry>> _nodes = [];
    private readonly LinkedList<Entry> _oldestFirst = [];

    /// <summary>Remembers an endpoint from now on, again if need be; where the bound is reached, the oldest is let go.</summary>
    public void Add(EndpointKey endpoint, DateTimeOffset now)
    {
        Remove(endpoint);
        Expire(now);
        if (_nodes.Count == capacity)
        {
            Remove(_oldestFirst.First!.Value.Endpoint);
        }

        _nodes.Add(endpoint, _oldestFirst.AddLast(new Entry(endpoint, now)));
    }

    /// <summary>Remembers an endpoint, if it is not remembered and there is room.</summary>
    public bool TryAdd(EndpointKey endpoint, DateTimeOffset now)
    {
        Expire(now);
        if (_nodes.Count == capacity || _nodes.ContainsKey(endpoint))
        {
            return false;
        }

        Add(endpoint, now);
        return true;
    }

    public bool Contains(EndpointKey endpoint, DateTimeOffset now)
    {
        Expire(now);
        return _nodes.ContainsKey(endpoint);
    }

    public bool Remove(EndpointKey endpoint)
    {
        if (!_nodes.Remove(endpoint, out var node))
        {
            return false;
        }

        _oldestFirst.Remove(node);
        return true;
    }

    public int Count(DateTimeOffset now)
    {
        Expire(now);
        return _nodes.Count;
    }

    /// <summary>Who is remembered, and how long yet; the oldest first.</summary>
    public IReadOnlyList<(EndpointKey Endpoint, TimeSpan Remaining)> List(DateTimeOffset now)
    {
        Expire(now);
        return [.. _oldestFirst.Select(entry => (entry.Endpoint, lifetime - (now - entry.Since)))];
    }

    private void Expire(DateTimeOffset now)
    {
        while (_oldestFirst.First is { } oldest && (now < oldest.Value.Since || now - oldest.Value.Since >= lifetime))
        {
            Remove(oldest.Value.Endpoint);
        }
    }
}
