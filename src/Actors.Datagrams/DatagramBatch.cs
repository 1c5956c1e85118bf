using System.Diagnostics;

namespace Actors.Datagrams;

/// <summary>
/// The container in which datagrams cross from the receive thread to their receiver, many at once. Who gets a batch owns the container and
/// every datagram in it: it takes each one out (and releases it, or hands it on), then calls <see cref="Release"/>, which gives back the
/// container alone. Not thread-safe.
/// </summary>
public sealed class DatagramBatch
{
    private readonly ReceivedDatagram[] _datagrams;
    private readonly Action<DatagramBatch>? _giveBack;
    private int _count;
    private int _out = 1;

    /// <summary>
    /// Makes a batch of its own, for those who call <see cref="IDatagramSocket.Receive"/> themselves; releasing it empties it for the next
    /// call.
    /// </summary>
    /// <param name="capacity">How many datagrams it holds at most, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public DatagramBatch(int capacity)
        : this(capacity, giveBack: null)
    {
    }

    internal DatagramBatch(int capacity, Action<DatagramBatch>? giveBack)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _datagrams = new ReceivedDatagram[capacity];
        _giveBack = giveBack;
    }

    /// <summary>How many datagrams are in it.</summary>
    public int Count => _count;

    /// <summary>How many it holds at most.</summary>
    public int Capacity => _datagrams.Length;

    /// <summary>One datagram, in the order of arrival.</summary>
    /// <param name="index">0 to <see cref="Count"/> less 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public ReceivedDatagram this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
            return _datagrams[index];
        }
    }

    /// <summary>Puts a datagram in, whose ownership goes with it. For those who write an <see cref="IDatagramSocket"/>.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <exception cref="InvalidOperationException">The batch is full.</exception>
    public void Add(ReceivedDatagram datagram)
    {
        ArgumentNullException.ThrowIfNull(datagram);
        if (_count == _datagrams.Length)
        {
            throw new InvalidOperationException($"A batch of {_datagrams.Length} datagrams is full.");
        }

        _datagrams[_count++] = datagram;
    }

    /// <summary>
    /// Gives back the container, empty. The datagrams that were in it stay with whoever took them. Once for each batch received.
    /// </summary>
    /// <exception cref="InvalidOperationException">Debug builds only: it was released before.</exception>
    public void Release()
    {
        if (_giveBack is null)
        {
            Clear();
            return;
        }

        if (Interlocked.Exchange(ref _out, 0) == 0)
        {
            ThrowReleasedTwice();
            return;
        }

        Clear();
        _giveBack(this);
    }

    /// <summary>
    /// Releases every datagram in it and the container: for a receiver that cannot use them. None may have been taken out before.
    /// </summary>
    public void Discard()
    {
        DiscardDatagrams();
        Release();
    }

    /// <summary>Releases every datagram and keeps the container, empty.</summary>
    internal void DiscardDatagrams()
    {
        for (var i = 0; i < _count; i++)
        {
            _datagrams[i].Release();
        }

        Clear();
    }

    /// <summary>Marks it as on its way; called by its store only.</summary>
    internal void TakeOut() => Volatile.Write(ref _out, 1);

    private void Clear()
    {
        Array.Clear(_datagrams, 0, _count);
        _count = 0;
    }

    [Conditional("DEBUG")]
    private static void ThrowReleasedTwice() =>
        throw new InvalidOperationException("This batch was released twice: its receiver releases it once, when it is done.");
}
