using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// One endpoint's datagrams that wait for a slow service, in their order. They are copies, of no pool: whoever waits long must not keep
/// the leases that every other endpoint needs.
/// </summary>
internal sealed class SlowLane(WaitingBytes budget)
{
    /// <summary>Datagrams of one endpoint that wait at most: a burst of a person's, or of a program that was told the delay.</summary>
    public const int MaxDatagrams = 64;

    /// <summary>Bytes of one endpoint that wait at most: four of the largest datagrams.</summary>
    public const int MaxBytes = 256 * 1024;

    // The object, its array and its place in the queue.
    private const int Overhead = 128;

    private readonly Queue<ReceivedDatagram> _waiting = [];
    private int _bytes;

    /// <summary>The timer of the first; kept here, so that a client whose service is quick has no field for it.</summary>
    public ICancelable? Due { get; set; }

    public int Count => _waiting.Count;

    /// <summary>Whose turn is next.</summary>
    public ReceivedDatagram First => _waiting.Peek();

    /// <summary>Adds a copy of a datagram; false where it must be dropped.</summary>
    public bool TryAdd(ReceivedDatagram datagram)
    {
        var bytes = datagram.Length + Overhead;
        if (_waiting.Count == MaxDatagrams || _bytes + bytes > MaxBytes || !budget.TryTake(bytes))
        {
            return false;
        }

        _bytes += bytes;
        _waiting.Enqueue(ReceivedDatagram.Create(datagram.Source, datagram.Bytes, datagram.ReceivedAt));
        return true;
    }

    /// <summary>Takes the first out; it is the caller's.</summary>
    public ReceivedDatagram Take()
    {
        var datagram = _waiting.Dequeue();
        var bytes = datagram.Length + Overhead;
        _bytes -= bytes;
        budget.Give(bytes);
        return datagram;
    }
}
