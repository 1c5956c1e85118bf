namespace Actors.Hub.Backplane;

/// <summary>
/// What the hubs of one process share rooms by: for tests, and where no broker is installed. Whoever makes the hubs makes one, and gives each
/// hub its own <see cref="Connect"/>. It is as fast as a call and loses nothing; what can go wrong with a broker is tried on it by the
/// internal members.
/// </summary>
public sealed class InProcessExchange
{
    /// <summary>What a node may have on its way while nothing moves, in either direction: as much as a hub has waiting by default.</summary>
    internal const int Window = 1_024;

    private readonly Lock _gate = new();
    private readonly List<InProcessBackplane> _nodes = [];

    /// <summary>A node's way to the others.</summary>
    public IBackplane Connect() => new InProcessBackplane(this);

    /// <summary>Makes a link good or bad, for one node or (null) for all of them, those that have yet to start not among them.</summary>
    internal void Set(InProcessLink link, NodeId? only = null)
    {
        lock (_gate)
        {
            foreach (var node in _nodes.Where(node => only is null || node.Self.Node == only))
            {
                Set(node, link);
            }
        }
    }

    internal void Join(InProcessBackplane node)
    {
        lock (_gate)
        {
            _nodes.Add(node);
            Set(node, InProcessLink.Up);
        }
    }

    internal void Part(InProcessBackplane node)
    {
        lock (_gate)
        {
            _nodes.Remove(node);
            node.Link = InProcessLink.Down;
            node.Forget();
        }
    }

    internal void Subscribe(InProcessBackplane node, RoomName room, bool on)
    {
        lock (_gate)
        {
            _ = on ? node.Rooms.Add(room) : node.Rooms.Remove(room);
        }
    }

    internal bool Take(InProcessBackplane from, BackplaneMessage message, long connection)
    {
        lock (_gate)
        {
            switch (from.Link)
            {
                case var _ when connection != from.Connection:
                    return false;
                case InProcessLink.Up:
                    Pass(from, message);
                    from.Sink.Settled(message, PublishOutcome.Confirmed);
                    return true;
                case InProcessLink.Hung when from.Outgoing.Count < Window:
                    from.Outgoing.Enqueue(message);
                    return true;
                case InProcessLink.Unconfirmed when from.Unsettled.Count < Window:
                    Pass(from, message);
                    from.Unsettled.Enqueue(message);
                    return true;
                default:
                    return false;
            }
        }
    }

    internal bool Take(InProcessBackplane from, NodeNews news)
    {
        lock (_gate)
        {
            if (from.Link is InProcessLink.Down or InProcessLink.Hung)
            {
                return false;
            }

            Pass(from, news);
            return true;
        }
    }

    private void Set(InProcessBackplane node, InProcessLink link)
    {
        var was = node.Link;
        node.Link = link;
        if (link == InProcessLink.Down)
        {
            node.Forget();
            node.Sink.Down("the exchange is gone");
        }
        else if (was == InProcessLink.Down)
        {
            node.Sink.Up(++node.Connection);
        }
        else if (link == InProcessLink.Up)
        {
            Move(node);
        }
    }

    /// <summary>What was held goes on, in its order.</summary>
    private void Move(InProcessBackplane node)
    {
        while (node.Incoming.TryDequeue(out var held))
        {
            node.Hear(held);
        }

        while (node.Unsettled.TryDequeue(out var passed))
        {
            node.Sink.Settled(passed, PublishOutcome.Confirmed);
        }

        while (node.Outgoing.TryDequeue(out var message))
        {
            Pass(node, message);
            node.Sink.Settled(message, PublishOutcome.Confirmed);
        }
    }

    private void Pass(InProcessBackplane from, object what)
    {
        foreach (var node in _nodes)
        {
            if (node == from || (what is BackplaneMessage message && !node.Rooms.Contains(message.Room)))
            {
                continue;
            }

            if (node.Link is InProcessLink.Up or InProcessLink.Unconfirmed)
            {
                node.Hear(what);
            }
            else if (node.Link == InProcessLink.Hung)
            {
                // The oldest makes way, as in a broker's queue of bounded length.
                _ = node.Incoming.Count == Window && node.Incoming.TryDequeue(out _);
                node.Incoming.Enqueue(what);
            }
        }
    }
}
