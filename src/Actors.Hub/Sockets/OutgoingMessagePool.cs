using System.Diagnostics.CodeAnalysis;
using Actors.Hub.Protocol;

namespace Actors.Hub.Sockets;

/// <summary>
/// The messages of a hub: as many as it has leases for datagrams, so that each datagram finds one for its answer. Made when first needed,
/// some 1.2 KB each, and kept; the one released last is rented first, while its memory is warm. Thread-safe.
/// </summary>
internal sealed class OutgoingMessagePool(int capacity)
{
    private readonly Lock _gate = new();
    private readonly OutgoingMessage[] _free = new OutgoingMessage[capacity];
    private int _freeCount;
    private int _rented;

    public int Capacity => capacity;

    /// <summary>How many more could be rented now.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
            {
                return capacity - _rented;
            }
        }
    }

    /// <summary>Rents a message, empty; false when all are out.</summary>
    public bool TryRent([NotNullWhen(true)] out OutgoingMessage? message)
    {
        lock (_gate)
        {
            if (_rented == capacity)
            {
                message = null;
                return false;
            }

            _rented++;
            message = _freeCount > 0 ? _free[--_freeCount] : null;
        }

        if (message is null)
        {
            message = new OutgoingMessage(this, new LineWriter());
            return true;
        }

#if DEBUG
        // A new object over the old buffer: whoever still holds the old one meets an exception and not another one's line.
        message = new OutgoingMessage(this, new LineWriter(message.InlineBuffer));
#else
        message.Rent();
#endif
        return true;
    }

    /// <summary>A message for the hub's own words, which always find one: where all are out, one of no pool.</summary>
    public OutgoingMessage RentForOwnWords() => TryRent(out var message) ? message : new OutgoingMessage(null, new LineWriter());

    /// <summary>Allows one more in place of one that was lost, as <see cref="Datagrams.DatagramPool.Replace"/> does.</summary>
    public void Replace()
    {
        lock (_gate)
        {
            _rented = Math.Max(0, _rented - 1);
        }
    }

    internal void Return(OutgoingMessage message)
    {
        lock (_gate)
        {
            _rented = Math.Max(0, _rented - 1);
            if (_freeCount < _free.Length)
            {
                _free[_freeCount++] = message;
            }
        }
    }
}
