using System.Runtime.InteropServices;
using Actors.Datagrams;
using Actors.Hub.Rooms;

namespace Actors.Hub.Sockets;

/// <summary>
/// Messages that go out together: they follow one another, and have the same recipients. It is begun, sent part by part, and ended; made
/// once and used again and again.
/// </summary>
/// <param name="most">How many messages at most; 1 to <see cref="PayloadBatch.DefaultCapacity"/>.</param>
internal sealed class SendRun(int most)
{
    private readonly List<OutgoingMessage> _messages = new(most);
    private readonly PayloadBatch _plain = new();
    private readonly PayloadBatch _lines = new();
    private Recipients _to = Recipients.None;
    private int _done;
    private int _sent;
    private int _refused;

    public bool IsEmpty => _messages.Count == 0;

    public ReadOnlySpan<OutgoingMessage> Messages => CollectionsMarshal.AsSpan(_messages);

    /// <summary>The place of its first message among all.</summary>
    public long FirstNumber => _messages[0].Number;

    /// <summary>Datagrams that are yet to be sent.</summary>
    public int Rest => (_to.Count - _done) * _messages.Count;

    /// <summary>What each message had for an outcome, when all was sent.</summary>
    public Verdict Outcome => Verdict.Delivered(_sent / _messages.Count, _refused / _messages.Count);

    /// <summary>Takes a message behind the others; false where its recipients are others or it is of another kind, or the run is full.</summary>
    public bool TryAdd(OutgoingMessage message)
    {
        var to = message.Recipients!;
        if (IsEmpty)
        {
            _to = to;
        }
        else if (_messages.Count == most || !ReferenceEquals(to, _to) || message.IsRoomTraffic != _messages[0].IsRoomTraffic)
        {
            return false;
        }

        // Lines first, which are longer: where they fit, so does the rest.
        if ((to.Lines.Count > 0 && !_lines.TryAdd(message.Line.For(lineMode: true)))
            || (to.Plain.Count > 0 && !_plain.TryAdd(message.Line.For(lineMode: false))))
        {
            return false;
        }

        _messages.Add(message);
        return true;
    }

    /// <summary>What is to be sent next, and to whom: to no more of them than would take so many datagrams, and to one at least.</summary>
    public (PayloadBatch Payloads, DestinationList To, int First, int Count) Next(int datagrams)
    {
        var (payloads, to, first) = _done < _to.Plain.Count ? (_plain, _to.Plain, _done) : (_lines, _to.Lines, _done - _to.Plain.Count);
        return (payloads, to, first, Math.Min(to.Count - first, Math.Max(1, datagrams / payloads.Count)));
    }

    /// <summary>Notes what became of it for the next recipients.</summary>
    public void Done(int recipients, int sent, int refused)
    {
        _done += recipients;
        _sent += sent;
        _refused += refused;
    }

    /// <summary>Empties it for the next messages; those that were in it are the caller's to release.</summary>
    public void Clear()
    {
        _messages.Clear();
        _plain.Clear();
        _lines.Clear();
        _to = Recipients.None;
        (_done, _sent, _refused) = (0, 0, 0);
    }
}
