using Actors.Datagrams;
using Actors.Hub.Observing;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>
/// What a listener has yet to send to many. It is sent in turns, between which the <see cref="SocketActor"/> hears what has arrived: so what
/// is said meanwhile goes out together (<see cref="SendRun"/>), and however much is said, heartbeats are heard in time. What may wait is
/// bounded, in datagrams and in messages; beyond it the oldest that a member said is dropped and counted, what the hub says itself never.
/// An endpoint that left is sent nothing of what was said before. It belongs to the <see cref="Listener"/>, so it outlives a restart of the
/// actor, who alone uses it.
/// </summary>
/// <param name="wire">What it is sent by.</param>
/// <param name="counters">Where it is counted what is not sent.</param>
/// <param name="watch">Where it is said what became of the datagrams that messages came of.</param>
/// <param name="maxMessages">
/// Messages that may wait. Each holds the lease of the datagram that it came of, so this leaves some for heartbeats.
/// </param>
internal sealed class Outbox(Wire wire, HubCounters counters, ListenerWatch watch, int maxMessages)
{
    /// <summary>Datagrams that may wait, before a message more is too much: about a quarter of a second's, at 1 µs each.</summary>
    public const int MaxDatagrams = 250_000;

    /// <summary>Datagrams of a turn: some 4 ms, little beside the 200 ms that a heartbeat's lateness leaves of the grace.</summary>
    public const int DatagramsATurn = 4_096;

    // What has begun is not dropped any more, so that whoever is last in a large room hears something under a flood, too.
    private readonly SendRun _run = new(Math.Clamp(maxMessages / 2, 1, PayloadBatch.DefaultCapacity));
    private readonly Queue<OutgoingMessage> _said = [];
    private readonly Queue<OutgoingMessage> _own = [];
    private readonly Queue<(long Behind, Action Action)> _then = [];
    private readonly Dictionary<EndpointKey, long> _left = [];
    private readonly Queue<(EndpointKey Endpoint, long Number)> _leftInOrder = [];
    private long _lastNumber;
    private int _datagramsSaid;
    private int _leftOfTurn = DatagramsATurn;

    public bool IsEmpty => _run.IsEmpty && _said.Count == 0 && _own.Count == 0 && _then.Count == 0;

    /// <summary>Datagrams that wait and have not been begun; any thread may ask.</summary>
    public int Waiting => Volatile.Read(ref _datagramsSaid);

    /// <summary>Whether the actor has told itself that a turn is due; here, since its mailbox outlives its restart too.</summary>
    public bool AwaitsTurn { get; set; }

    /// <summary>Puts a message to many behind the others.</summary>
    public void Add(OutgoingMessage message)
    {
        message.Number = ++_lastNumber;
        if (!message.IsRoomTraffic)
        {
            _own.Enqueue(message);
            return;
        }

        while (_said.Count > 0 && (_datagramsSaid >= MaxDatagrams || _run.Messages.Length + _said.Count >= maxMessages))
        {
            DropOldest(DropReason.TooMuchToSend);
        }

        _said.Enqueue(message);
        _datagramsSaid += message.Recipients!.Count;
    }

    /// <summary>Sends a message to one past all that waits; it stays the caller's.</summary>
    public void SendNow(OutgoingMessage message, ITimeProvider clock) =>
        wire.Send(message.Line.For(message.LineMode), message.Endpoint, clock);

    /// <summary>Does something when everything that was added before has been handed to the system.</summary>
    public void Then(Action action) => _then.Enqueue((_lastNumber, action));

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
    /// <param name="clock">The time, for whoever watches.</param>
    /// <param name="onlyOwn">Drop what members said: the hub has its last word to say.</param>
    public void Send(ITimeProvider clock, bool onlyOwn)
    {
        if (onlyOwn)
        {
            DropSaid(DropReason.HubStopping);
        }

        DoWhatIsDue();
        while (TryBeginRun())
        {
            while (_run.Rest > 0)
            {
                if (_leftOfTurn <= 0)
                {
                    return;
                }

                SendPartOrGiveUp(clock);
            }

            EndRun(_run.Outcome);
            DoWhatIsDue();
        }
    }

    /// <summary>Gives up everything that waits.</summary>
    public void Clear(DropReason reason)
    {
        DropRun(reason);
        DropSaid(reason);
        while (_own.TryDequeue(out var message))
        {
            Drop(message, reason, message.Recipients!.Count);
        }

        _then.Clear();
    }

    /// <summary>Takes what is next, and all behind it that goes with it; true also where a run has been begun before.</summary>
    private bool TryBeginRun()
    {
        if (!_run.IsEmpty)
        {
            return true;
        }

        while (NextQueue() is { } queue && _run.TryAdd(queue.Peek()))
        {
            var message = queue.Dequeue();
            if (message.IsRoomTraffic)
            {
                _datagramsSaid -= message.Recipients!.Count;
            }

            if (watch.IsOn)
            {
                return true; // by itself, so that what became of it can be told
            }
        }

        return !_run.IsEmpty;
    }

    /// <summary>Where the oldest message waits; null where none does.</summary>
    private Queue<OutgoingMessage>? NextQueue() =>
        !_said.TryPeek(out var said) ? _own.Count > 0 ? _own : null
        : _own.TryPeek(out var own) && own.Number < said.Number ? _own
        : _said;

    private void DoWhatIsDue()
    {
        while (_then.TryPeek(out var then) && then.Behind < NextNumber())
        {
            _then.Dequeue();
            then.Action();
        }
    }

    private long NextNumber() => !_run.IsEmpty ? _run.FirstNumber : NextQueue()?.Peek().Number ?? long.MaxValue;

    /// <summary>A run on which sending throws is not tried again; the others are.</summary>
    private void SendPartOrGiveUp(ITimeProvider clock)
    {
        try
        {
            SendPart(clock);
        }
        catch
        {
            DropRun(DropReason.ListenerRestarted);
            throw;
        }
    }

    private void SendPart(ITimeProvider clock)
    {
        var (payloads, to, first, count) = _run.Next(_leftOfTurn);
        _leftOfTurn -= count * payloads.Count;
        if (_left.Count == 0)
        {
            TrySend(payloads, to, first, count, clock);
            return;
        }

        // The stretches between those who left.
        var end = first + count;
        while (first < end)
        {
            var stay = first;
            while (stay < end && !HasLeft(to[stay]))
            {
                stay++;
            }

            if (stay > first && !TrySend(payloads, to, first, stay - first, clock))
            {
                return;
            }

            for (first = stay; first < end && HasLeft(to[first]); first++)
            {
                _run.Done(1, sent: 0, refused: 0);
                counters.CountDropped(DropReason.MemberLeft, payloads.Count);
            }
        }
    }

    /// <summary>A send buffer that stays full ends the turn: every call waits for room, and what has arrived is to be heard in time.</summary>
    private bool TrySend(PayloadBatch payloads, DestinationList to, int first, int count, ITimeProvider clock)
    {
        var summary = wire.Send(payloads, to, first, count, clock);
        _run.Done(count, summary.Sent, summary.Refused);
        if (summary[SendRefusal.WouldBlock] == 0)
        {
            return true;
        }

        _leftOfTurn = 0;
        return false;
    }

    private bool HasLeft(EndpointKey endpoint) => _left.TryGetValue(endpoint, out var last) && last >= _run.FirstNumber;

    private void EndRun(Verdict verdict)
    {
        var last = 0L;
        foreach (var message in _run.Messages)
        {
            last = message.Number;
            watch.Release(message, verdict);
        }

        _run.Clear();
        ForgetThoseWhoLeft(last);
    }

    private void DropRun(DropReason reason)
    {
        if (!_run.IsEmpty)
        {
            counters.CountDropped(reason, _run.Rest);
            EndRun(Verdict.Dropped(reason));
        }
    }

    private void DropSaid(DropReason reason)
    {
        if (!_run.IsEmpty && _run.Messages[0].IsRoomTraffic)
        {
            DropRun(reason);
        }

        while (_said.Count > 0)
        {
            DropOldest(reason);
        }
    }

    private void DropOldest(DropReason reason)
    {
        var oldest = _said.Dequeue();
        _datagramsSaid -= oldest.Recipients!.Count;
        Drop(oldest, reason, oldest.Recipients.Count);
    }

    private void Drop(OutgoingMessage message, DropReason reason, int datagrams)
    {
        counters.CountDropped(reason, datagrams);
        watch.Release(message, Verdict.Dropped(reason));
    }

    private void ForgetThoseWhoLeft(long sent)
    {
        while (_leftInOrder.TryPeek(out var left) && left.Number <= sent)
        {
            _leftInOrder.Dequeue();
            if (_left.TryGetValue(left.Endpoint, out var last) && last == left.Number)
            {
                _left.Remove(left.Endpoint);
            }
        }
    }
}
