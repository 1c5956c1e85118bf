namespace Actors.Datagrams;

/// <summary>
/// A fixed number of datagram leases: what is in flight between the receive thread and the last owner is bounded by it. Leases are made
/// when first needed, 2 KiB each, and kept; the one released last is leased first, while its memory is warm. Thread-safe.
/// </summary>
public sealed class DatagramPool
{
    private readonly Lock _gate = new();
    private readonly ReceivedDatagram[] _free;
    private int _freeCount;
    private int _leased;

    /// <summary>Makes a pool; allocates no lease yet.</summary>
    /// <param name="capacity">How many datagrams may be leased at once, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public DatagramPool(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        _free = new ReceivedDatagram[capacity];
    }

    /// <summary>How many datagrams may be leased at once.</summary>
    public int Capacity { get; }

    /// <summary>How many more could be leased now.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
            {
                return Capacity - _leased;
            }
        }
    }

    /// <summary>Leases a datagram, to be filled; never waits.</summary>
    /// <param name="lease">The lease; its owner is the caller.</param>
    /// <returns>False when all are leased.</returns>
    public bool TryRent([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ReceivedDatagram? lease)
    {
        lease = null;
        return TryRent(new Span<ReceivedDatagram?>(ref lease)) == 1;
    }

    /// <summary>
    /// Allows one more lease in place of one that was lost: that was dropped where nobody could release it. Who calls this is sure that it
    /// is gone; should it come back after all, it is taken, and never are more than <see cref="Capacity"/> kept.
    /// </summary>
    public void Replace()
    {
        lock (_gate)
        {
            _leased = Math.Max(0, _leased - 1);
        }
    }

    /// <summary>Leases several at once; never waits.</summary>
    /// <returns>How many there are, from the first place on; fewer than places when the rest is leased.</returns>
    internal int TryRent(Span<ReceivedDatagram?> leases)
    {
        int rented;
        int kept;
        lock (_gate)
        {
            rented = Math.Min(leases.Length, Capacity - _leased);
            kept = Math.Min(rented, _freeCount);
            _leased += rented;
            for (var i = 0; i < kept; i++)
            {
                leases[i] = _free[--_freeCount];
            }
        }

        for (var i = 0; i < rented; i++)
        {
            leases[i] = i < kept ? Again(leases[i]!) : new(this, GC.AllocateUninitializedArray<byte>(ReceivedDatagram.InlineBytes));
        }

        return rented;
    }

    internal void Return(ReceivedDatagram lease)
    {
        lock (_gate)
        {
            _leased = Math.Max(0, _leased - 1);
            if (_freeCount < _free.Length)
            {
                _free[_freeCount++] = lease;
            }
        }
    }

    private ReceivedDatagram Again(ReceivedDatagram lease)
    {
#if DEBUG
        // A new object over the old buffer: whoever still holds the old one meets an exception and not another peer's bytes.
        return new ReceivedDatagram(this, lease.Inline);
#else
        lease.Lease();
        return lease;
#endif
    }
}
