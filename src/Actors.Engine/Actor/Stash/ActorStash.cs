namespace Akka.Actor;

/// <summary>The stash of one actor instance. What it gives back goes to the head of the actor's own mailbox.</summary>
internal sealed class ActorStash(ActorCell cell, int capacity) : IStash
{
    private LinkedList<Envelope> _stashed = new();
    private int _lastDelivery;

    public int Capacity => capacity;

    public int Count => _stashed.Count;

    public bool IsEmpty => _stashed.Count == 0;

    public bool NonEmpty => _stashed.Count > 0;

    public bool IsFull => capacity >= 0 && _stashed.Count >= capacity;

    public void Stash()
    {
        var message = cell.CurrentMessage ?? throw new InvalidOperationException("There is no message in hand to stash.");
        if (cell.Delivery == _lastDelivery)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        if (IsFull)
            throw new StashOverflowException($"Couldn't enqueue message {message} from {cell.Sender} to stash of {cell.Self}: it holds {capacity}");
        _lastDelivery = cell.Delivery;
        _stashed.AddLast(new Envelope(message, cell.Sender));
    }

    public void Unstash()
    {
        if (_stashed.First is not { } first) return;
        _stashed.RemoveFirst();
        cell.PutBack(first.Value.Message, first.Value.Sender);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        var all = Take();
        for (var node = all.Last; node is not null; node = node.Previous)
            if (predicate(node.Value))
                cell.PutBack(node.Value.Message, node.Value.Sender);
    }

    public IEnumerable<Envelope> ClearStash() => Take();

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
            if (!_stashed.Any(e => ReferenceEquals(e.Message, envelope.Message) && ReferenceEquals(e.Sender, envelope.Sender)))
                _stashed.AddFirst(envelope);
    }

    private LinkedList<Envelope> Take()
    {
        var all = _stashed;
        _stashed = new LinkedList<Envelope>();
        return all;
    }
}
