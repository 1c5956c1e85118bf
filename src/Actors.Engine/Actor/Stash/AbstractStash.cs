namespace Akka.Actor.Internal;

/// <summary>The stash of one actor instance. What it gives back goes to the head of the actor's own mailbox.</summary>
public abstract class AbstractStash : IStash
{
    private readonly ActorCell _cell;
    private LinkedList<Envelope> _stashed = new();
    private int _lastDelivery;

    private protected AbstractStash(IActorContext context, int capacity) => (_cell, Capacity) = ((ActorCell)context, capacity);

    /// <inheritdoc />
    public int Capacity { get; }

    /// <inheritdoc />
    public int Count => _stashed.Count;

    /// <inheritdoc />
    public bool IsEmpty => _stashed.Count == 0;

    /// <inheritdoc />
    public bool NonEmpty => _stashed.Count > 0;

    /// <inheritdoc />
    public bool IsFull => Capacity >= 0 && _stashed.Count >= Capacity;

    /// <inheritdoc />
    public void Stash()
    {
        var message = _cell.CurrentMessage ?? throw new InvalidOperationException("There is no message in hand to stash.");
        if (_cell.Delivery == _lastDelivery)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        if (IsFull)
            throw new StashOverflowException($"Couldn't enqueue message {message} from {_cell.Sender} to stash of {_cell.Self}: it holds {Capacity}");
        _lastDelivery = _cell.Delivery;
        _stashed.AddLast(new Envelope(message, _cell.Sender));
    }

    /// <inheritdoc />
    public void Unstash()
    {
        if (_stashed.First is not { } first) return;
        _stashed.RemoveFirst();
        _cell.PutBack(first.Value.Message, first.Value.Sender);
    }

    /// <inheritdoc />
    public void UnstashAll() => UnstashAll(static _ => true);

    /// <inheritdoc />
    public void UnstashAll(Func<Envelope, bool> filterPredicate)
    {
        var all = Take();
        for (var node = all.Last; node is not null; node = node.Previous)
            if (filterPredicate(node.Value))
                _cell.PutBack(node.Value.Message, node.Value.Sender);
    }

    /// <inheritdoc />
    public IEnumerable<Envelope> ClearStash() => Take();

    /// <inheritdoc />
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
