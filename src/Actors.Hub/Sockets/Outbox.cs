using Actors.Datagrams;
using Actors.Hub.Observing;

namespace Actors.Hub.Sockets;

/// <summary>
/// What a listener has yet to send to many. A line to a large room takes long to send, so it goes out in turns, between which the
/// <see cref="SocketActor"/> hears what has arrived: however much is said, heartbeats are heard in time. What may wait is bounded, in
/// datagrams and in lines; the newest line is dropped and counted. An endpoint that left is sent nothing of what was said before.
/// It belongs to the <see cref="Listener"/>, so it outlives a restart of the actor, who alone uses it.
/// </summary>
/// <param name="wire">What it is sent by.</param>
/// <param name="counters">Where it is counted what is not sent.</param>
/// <param name="watch">Where it is said what became of the datagrams that lines came of.</param>
/// <param name="maxLines">Lines that may wait. Each holds the lease of the datagram that it came of, so this leaves some for heartbeats.</param>
internal sealed class Outbox(Wire wire, HubCounters counters, ListenerWatch watch, int maxLines)
{
    /// <summary>Datagrams that may wait, before a line more is too much: about a second's, at 4 µs each.</summary>
    public const int MaxDatagrams = 250_000;

    /// <summary>Datagrams of a turn: some 16 ms, little beside the 200 ms that a heartbeat's lateness leaves of the grace.</summary>
    public const int DatagramsATurn = 4_096;

    /// <summary>A line, or (without one) what is to be done when all before it was sent. Numbered in the order in which they came.</summary>
    private readonly record struct Item(long Number, SocketCommands.SendToMany? Line, Action? Then);

    private readonly Queue<Item> _waiting = [];
    private readonly Dictionary<EndpointKey, long> _left = [];
    private readonly Queue<(EndpointKey Endpoint, long Number)> _leftInOrder = [];
    private EndpointKey[] _stayed = [];
    private long _lastNumber;
    private int _datagrams;
    private int _doneOfFirst;
    private int _sentOfFirst;
    private int _refusedOfFirst;
    private int _leftOfTurn = DatagramsATurn;

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>Whether the actor has told itself that another turn is due; here, since its mailbox outlives its restart too.</summary>
    public bool AwaitsTurn { get; set; }

    /// <summary>Puts a line behind the others. One of the hub's own always finds room.</summary>
    public void Add(SocketCommands.SendToMany line)
    {
        if (line.Cause is not null && (_datagrams >= MaxDatagrams || _waiting.Count >= maxLines))
        {
            Drop(line, DropReason.TooMuchToSend, line.Recipients.Count);
            return;
        }

        _datagrams += line.Recipients.Count;
        _waiting.Enqueue(new Item(++_lastNumber, line, null));
    }

    /// <summary>Sends one datagram past all that waits.</summary>
    public void SendNow(ReadOnlySpan<byte> payload, EndpointKey to, DateTimeOffset now) => wire.Send(payload, to, now);

    /// <summary>Does something when everything that was added before has been handed to the system.</summary>
    public void Then(Action action) => _waiting.Enqueue(new Item(++_lastNumber, null, action));

    /// <summary>Sends an endpoint nothing of what waits now.</summary>
    public void Left(EndpointKey endpoint)
    {
        if (!IsEmpty)
        {
            _left[endpoint] = _lastNumber;
            _leftInOrder.Enqueue((endpoint, _lastNumber));
        }
    }

    public void BeginTurn() => _leftOfTurn = DatagramsATurn;

    /// <summary>Sends what the turn still allows.</summary>
    /// <param name="now">The time, for whoever watches.</param>
    /// <param name="onlyOwn">Drop what came of a peer's datagram: the hub has its last word to say.</param>
    public void Send(DateTimeOffset now, bool onlyOwn)
    {
        while (_waiting.TryPeek(out var first))
        {
            if (first.Line is not { } line)
            {
                Finish(first);
                first.Then!();
            }
            else if (onlyOwn && line.Cause is not null)
            {
                DropRest(first, line, DropReason.HubStopping);
            }
            else if (_doneOfFirst == line.Recipients.Count)
            {
                Release(line, Verdict.Delivered(_sentOfFirst, _refusedOfFirst));
                Finish(first);
            }
            else if (_leftOfTurn > 0)
            {
                SendPartOrGiveUp(first, line, now);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Gives up everything that waits.</summary>
    public void Clear(DropReason reason)
    {
        while (_waiting.TryPeek(out var first))
        {
            if (first.Line is { } line)
            {
                DropRest(first, line, reason);
            }
            else
            {
                Finish(first);
            }
        }
    }

    /// <summary>A line on which sending throws is not tried again; the others are.</summary>
    private void SendPartOrGiveUp(Item first, SocketCommands.SendToMany line, DateTimeOffset now)
    {
        try
        {
            SendPart(line, first.Number, now);
        }
        catch
        {
            DropRest(first, line, DropReason.ListenerRestarted);
            throw;
        }
    }

    private void SendPart(SocketCommands.SendToMany line, long number, DateTimeOffset now)
    {
        var (plain, lines) = line.Recipients;
        var toPlain = _doneOfFirst < plain.Length;
        var rest = toPlain ? plain.AsSpan(_doneOfFirst) : lines.AsSpan(_doneOfFirst - plain.Length);
        var part = rest[..Math.Min(rest.Length, _leftOfTurn)];

        var summary = wire.Send(line.Line.For(lineMode: !toPlain).Span, WhoStayed(part, number), now);
        _doneOfFirst += part.Length;
        _datagrams -= part.Length;
        _leftOfTurn -= part.Length;
        _sentOfFirst += summary.Sent;
        _refusedOfFirst += summary.Refused;
    }

    private ReadOnlySpan<EndpointKey> WhoStayed(ReadOnlySpan<EndpointKey> endpoints, long number)
    {
        if (_left.Count == 0)
        {
            return endpoints;
        }

        if (_stayed.Length == 0)
        {
            _stayed = new EndpointKey[DatagramsATurn];
        }

        var stayed = 0;
        foreach (var endpoint in endpoints)
        {
            if (!_left.TryGetValue(endpoint, out var last) || last < number)
            {
                _stayed[stayed++] = endpoint;
            }
        }

        counters.CountDropped(DropReason.MemberLeft, endpoints.Length - stayed);
        return _stayed.AsSpan(0, stayed);
    }

    private void DropRest(Item first, SocketCommands.SendToMany line, DropReason reason)
    {
        var rest = line.Recipients.Count - _doneOfFirst;
        _datagrams -= rest;
        Finish(first);
        Drop(line, reason, rest);
    }

    private void Drop(SocketCommands.SendToMany line, DropReason reason, int datagrams)
    {
        Release(line, Verdict.Dropped(reason));
        counters.CountDropped(reason, datagrams);
    }

    private void Release(SocketCommands.SendToMany line, Verdict verdict)
    {
        if (line.Cause is { } cause)
        {
            watch.Release(cause, verdict);
        }
    }

    private void Finish(Item first)
    {
        _waiting.Dequeue();
        (_doneOfFirst, _sentOfFirst, _refusedOfFirst) = (0, 0, 0);
        while (_leftInOrder.TryPeek(out var left) && left.Number <= first.Number)
        {
            _leftInOrder.Dequeue();
            if (_left.TryGetValue(left.Endpoint, out var last) && last == left.Number)
            {
                _left.Remove(left.Endpoint);
            }
        }
    }
}
