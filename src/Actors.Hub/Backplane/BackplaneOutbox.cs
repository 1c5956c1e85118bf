using System.Diagnostics.CodeAnalysis;

namespace Actors.Hub.Backplane;

/// <summary>
/// What a hub has yet to publish, and what it has published and is not sure of, each in the order in which it was said. What waits is
/// bounded; the oldest makes way. What is not sure is bounded by what the <see cref="IBackplane"/> takes.
/// </summary>
/// <param name="capacity">Messages that may wait, at least 1.</param>
internal sealed class BackplaneOutbox(int capacity)
{
    private readonly LinkedList<BackplaneMessage> _waiting = [];
    private readonly LinkedList<(BackplaneMessage Message, DateTimeOffset TakenAt)> _unconfirmed = [];

    public int Waiting => _waiting.Count;

    public int Unconfirmed => _unconfirmed.Count;

    /// <summary>Puts a message behind the others.</summary>
    /// <returns>How many had to make way: 0 or 1.</returns>
    public int Add(BackplaneMessage message)
    {
        _waiting.AddLast(message);
        return MakeWay();
    }

    /// <summary>Whose turn it is to be published.</summary>
    public bool TryPeek([NotNullWhen(true)] out BackplaneMessage? next)
    {
        next = _waiting.First?.Value;
        return next is not null;
    }

    /// <summary>The first was taken.</summary>
    public void Taken(DateTimeOffset now)
    {
        _unconfirmed.AddLast((_waiting.First!.Value, now));
        _waiting.RemoveFirst();
    }

    /// <summary>One that was taken is settled; false for one that is not among them. They come in their order as a rule.</summary>
    public bool Settle(BackplaneMessage message, out DateTimeOffset takenAt)
    {
        for (var node = _unconfirmed.First; node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Value.Message, message))
            {
                takenAt = node.Value.TakenAt;
                _unconfirmed.Remove(node);
                return true;
            }
        }

        takenAt = default;
        return false;
    }

    /// <summary>What was taken and is not sure must be published again, before all that waits.</summary>
    /// <returns>How many had to make way.</returns>
    public int Rewind()
    {
        while (_unconfirmed.Last is { } last)
        {
            _waiting.AddFirst(last.Value.Message);
            _unconfirmed.RemoveLast();
        }

        return MakeWay();
    }

    private int MakeWay()
    {
        var dropped = 0;
        for (; _waiting.Count > capacity; dropped++)
        {
            _waiting.RemoveFirst();
        }

        return dropped;
    }
}
