using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// One actor's queue, and its turn on a dispatcher. Many threads send, one at a time receives:
/// senders push onto <c>_incoming</c> (newest first), the receiver turns what is new there round into <c>_ready</c>, and works that off. What
/// it took stays where it is, up to <c>_taken</c>, until the turn ends: so a message costs one interlocked operation to send, and a turn one.
/// System messages have a queue of their own and go first.
/// States: idle (<c>_incoming</c> is null: who puts something in begins a turn) → has a turn, waits for a thread or is on one → idle, or
/// parked (suspended: <c>_incoming</c> stays, and only a system message begins a turn); closed for good when the actor has stopped.
/// </summary>
internal sealed class ActorMailbox(ActorCell cell, MessageDispatcher dispatcher, MailboxBound? bound = null) : Mailbox(dispatcher)
{
    // At the head for a turn that no message began.
    private static readonly MessageNode Nothing = new();
    private static readonly MessageNode Closed = new();
    private static readonly SystemMessage Parked = new Suspend();
    private static readonly SystemMessage SystemClosed = new Terminate();

    private MessageNode? _incoming;
    // The turn's own: up to where incoming was taken, and what of that is left.
    private MessageNode? _taken;
    private MessageNode? _ready;
    private SystemMessage? _systemIncoming;
    private int _suspensions;

    internal bool IsClosed => ReferenceEquals(Volatile.Read(ref _systemIncoming), SystemClosed);

    /// <summary>True while it waits for a turn or has it; for tests and tools.</summary>
    internal bool IsScheduled =>
        Volatile.Read(ref _incoming) is { } incoming && !ReferenceEquals(incoming, Closed) && !ReferenceEquals(Volatile.Read(ref _systemIncoming), Parked);

    /// <summary>True while ordinary messages wait; for tests and tools.</summary>
    internal bool HasMessages => _ready is not null || Waits(Volatile.Read(ref _incoming));

    /// <summary>How many ordinary messages wait, counted by a walk; for tests and tools, exact only while the actor rests.</summary>
    internal int NumberOfMessages
    {
        get
        {
            var count = 0;
            for (var node = _ready; node is not null; node = node.Next) count++;
            for (var node = Volatile.Read(ref _incoming); Waits(node); node = node!.Next) count++;
            return count;
        }
    }

    /// <summary>The actor whose mailbox it is.</summary>
    internal ActorCell Cell => cell;

    /// <summary>What the next turn begins with, and who sent it; for tests and tools, from the thread that is about to run that turn.</summary>
    internal (object? Message, IActorRef? Sender) Next
    {
        get
        {
            var system = Volatile.Read(ref _systemIncoming);
            while (system?.Next is { } older) system = older;
            if (system is not null) return (system, null);
            if (_ready is { } next) return (next.Message, next.Sender);
            var oldest = Volatile.Read(ref _incoming);
            while (oldest?.Next is { } older && !ReferenceEquals(older, _taken)) oldest = older;
            return (oldest?.Message, oldest?.Sender);
        }
    }

    /// <summary>Sends an ordinary message; from any thread.</summary>
    internal void Post(object message, IActorRef? sender)
    {
        if (bound is not null && !bound.TryEnter())
        {
            cell.DeadLetter(message, sender);
            return;
        }

        var nodes = ActorThread.This.Nodes;
        var node = nodes.Rent(message, sender);
        var head = Volatile.Read(ref _incoming);
        while (true)
        {
            if (ReferenceEquals(head, Closed))
            {
                nodes.Return(node);
                bound?.Leave();
                cell.DeadLetter(message, sender);
                return;
            }

            node.Next = head;
            var seen = Interlocked.CompareExchange(ref _incoming, node, head);
            if (ReferenceEquals(seen, head)) break;
            head = seen;
        }

        if (head is null) Dispatcher.Schedule(this);
    }

    /// <summary>Sends a system message; from any thread.</summary>
    internal void PostSystem(SystemMessage message)
    {
        var head = Volatile.Read(ref _systemIncoming);
        while (true)
        {
            if (ReferenceEquals(head, SystemClosed))
            {
                cell.DeadSystemLetter(message);
                return;
            }

            message.Next = ReferenceEquals(head, Parked) ? null : head;
            var seen = Interlocked.CompareExchange(ref _systemIncoming, message, head);
            if (ReferenceEquals(seen, head)) break;
            head = seen;
        }

        // Not for a turn that waits or runs: it looks here before it ends.
        if (ReferenceEquals(head, Parked) || TryBegin()) Dispatcher.Schedule(this);
    }

    /// <summary>Puts a message at the head; only from the actor's own handlers.</summary>
    internal void PutBack(object message, IActorRef? sender)
    {
        var node = ActorThread.This.Nodes.Rent(message, sender);
        bound?.Enter();
        node.Next = _ready;
        _ready = node;
    }

    /// <summary>Holds ordinary messages back; suspensions are counted. Only from the actor's own turn.</summary>
    internal void Suspend() => _suspensions++;

    /// <summary>Ends one suspension. Only from the actor's own turn.</summary>
    internal void Resume()
    {
        if (_suspensions > 0) _suspensions--;
    }

    /// <summary>Ends the mailbox: what waits, and what comes later, goes to dead letters. Only from the actor's own turn.</summary>
    internal void Close()
    {
        var system = Reversed(Interlocked.Exchange(ref _systemIncoming, SystemClosed));
        while (system is not null)
        {
            var next = system.Next;
            system.Next = null;
            cell.DeadSystemLetter(system);
            system = next;
        }

        while (_ready is not null) BuryNext();
        _ready = InOrder(Interlocked.Exchange(ref _incoming, Closed));
        while (_ready is not null) BuryNext();
        _taken = null;
    }

    /// <summary>Does something in a turn of its own, or within the one that there is; for tests.</summary>
    internal void RunInTurn(Action work)
    {
        var begins = TryBegin() || ReferenceEquals(Interlocked.CompareExchange(ref _systemIncoming, null, Parked), Parked);
        try
        {
            work();
        }
        finally
        {
            if (begins) EndTurn(ActorThread.This.Nodes);
        }
    }

    internal override void RunTurn() => RunTurn(ActorThread.This);

    /// <summary>One turn on this thread. Returns how many ordinary messages there were.</summary>
    internal int RunTurn(ActorThread thread) =>
        RunTurn(thread, Dispatcher.Throughput, Dispatcher.HasDeadline ? Dispatcher.NextDeadline() : long.MaxValue);

    /// <summary>
    /// One turn of at most so many ordinary messages, none begun after the deadline (of <see cref="System.Diagnostics.Stopwatch"/>;
    /// <see cref="long.MaxValue"/> for none) but the first. Returns how many there were.
    /// </summary>
    internal int RunTurn(ActorThread thread, int most, long deadline)
    {
        var outer = thread.Cell;
        thread.Cell = cell;
        try
        {
            ProcessSystemMessages();
            return ProcessMessages(thread.Nodes, most, deadline);
        }
        finally
        {
            thread.Cell = outer;
            EndTurn(thread.Nodes);
        }
    }

    private bool TryBegin()
    {
        if (Interlocked.CompareExchange(ref _incoming, Nothing, null) is not null) return false;
        _taken = Nothing;
        return true;
    }

    /// <summary>Ends the turn; where something is left to do another one follows.</summary>
    private void EndTurn(MessageNodePool nodes)
    {
        cell.BeginWait();
        if (_suspensions > 0)
        {
            if (Interlocked.CompareExchange(ref _systemIncoming, Parked, null) is null || IsClosed) return;
        }
        else if (_ready is null && _taken is { } taken)
        {
            // Before: once the mailbox is idle another thread may have its next turn.
            _taken = null;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _incoming, null, taken), taken))
            {
                Release(taken, nodes);
                // That was a full fence: who sent a system message before it is seen here, who does so after it finds the mailbox idle.
                if (Volatile.Read(ref _systemIncoming) is null || !TryBegin()) return;
            }
            else
            {
                _taken = taken;
            }
        }
        else if (IsClosed)
        {
            return;
        }

        Dispatcher.Reschedule(this);
    }

    private int ProcessMessages(MessageNodePool nodes, int most, long deadline)
    {
        var processed = 0;
        while (_suspensions == 0 && (_ready ?? TakeIncoming(nodes)) is { } node)
        {
            var message = node.Message!;
            var sender = node.Sender;
            _ready = node.Next;
            if (ReferenceEquals(node, _taken)) node.Blank();
            else nodes.Return(node);
            bound?.Leave();
            cell.Invoke(message, sender);
            if (Volatile.Read(ref _systemIncoming) is not null) ProcessSystemMessages();
            if (++processed >= most || (deadline != long.MaxValue && MessageDispatcher.IsPast(deadline))) break;
        }

        return processed;
    }

    /// <summary>The oldest of what is new in incoming, with the rest behind it; null where nothing is.</summary>
    private MessageNode? TakeIncoming(MessageNodePool nodes)
    {
        var newest = Volatile.Read(ref _incoming);
        if (ReferenceEquals(newest, _taken) || ReferenceEquals(newest, Closed)) return null;
        var oldest = InOrder(newest);
        if (_taken is { } taken) Release(taken, nodes);
        _taken = newest;
        return oldest;
    }

    private MessageNode? InOrder(MessageNode? newest)
    {
        MessageNode? oldest = null;
        while (newest is not null && !ReferenceEquals(newest, _taken)) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }

    // What was taken is blank, or in ready, too.
    private bool Waits(MessageNode? node) => node is { Message: not null } && !ReferenceEquals(node, _taken);

    private static void Release(MessageNode taken, MessageNodePool nodes)
    {
        if (!ReferenceEquals(taken, Nothing)) nodes.Return(taken);
    }

    private void BuryNext()
    {
        var node = _ready!;
        _ready = node.Next;
        bound?.Leave();
        cell.DeadLetter(node.Message!, node.Sender);
    }

    private void ProcessSystemMessages()
    {
        while (Volatile.Read(ref _systemIncoming) is { } incoming && !ReferenceEquals(incoming, SystemClosed))
        {
            var message = Reversed(Interlocked.Exchange(ref _systemIncoming, null));
            while (message is not null)
            {
                var next = message.Next;
                message.Next = null;
                if (IsClosed) cell.DeadSystemLetter(message);
                else cell.SystemInvoke(message);
                message = next;
            }
        }
    }

    private static SystemMessage? Reversed(SystemMessage? newest)
    {
        SystemMessage? oldest = null;
        while (newest is not null) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }
}
