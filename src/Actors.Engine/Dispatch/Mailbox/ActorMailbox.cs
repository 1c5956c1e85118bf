using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// One actor's queue, and its turn on a dispatcher. Many threads send, one at a time receives:
/// senders push onto <c>_incoming</c> (newest first), the receiver takes all of it at once, turns it round into <c>_ready</c>, and works
/// that off. System messages have a queue of the same kind and go first.
/// States: idle → scheduled (it waits for or runs on a thread) → idle; closed for good when the actor has stopped.
/// </summary>
internal sealed class ActorMailbox(ActorCell cell, MessageDispatcher dispatcher, MailboxBound? bound = null) : Mailbox(dispatcher)
{
    private static readonly MessageNode Closed = new();
    private static readonly SystemMessage SystemClosed = new Terminate();

    private MessageNode? _incoming;
    private MessageNode? _ready;
    private SystemMessage? _systemIncoming;
    private int _scheduled;
    private int _suspensions;

    internal bool IsClosed => ReferenceEquals(Volatile.Read(ref _systemIncoming), SystemClosed);

    /// <summary>True while it waits for a turn or has it; for tests and tools.</summary>
    internal bool IsScheduled => Volatile.Read(ref _scheduled) != 0;

    internal bool IsSuspended => Volatile.Read(ref _suspensions) > 0;

    /// <summary>True while ordinary messages wait; for tests and tools.</summary>
    internal bool HasMessages => _ready is not null || (Volatile.Read(ref _incoming) is { } incoming && !ReferenceEquals(incoming, Closed));

    /// <summary>How many ordinary messages wait, counted by a walk; for tests and tools, exact only while the actor rests.</summary>
    internal int NumberOfMessages
    {
        get
        {
            var count = 0;
            for (var node = _ready; node is not null; node = node.Next) count++;
            for (var node = Volatile.Read(ref _incoming); node is not null && !ReferenceEquals(node, Closed); node = node.Next) count++;
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
            var node = _ready ?? Volatile.Read(ref _incoming);
            if (_ready is null)
                while (node?.Next is { } older)
                    node = older;
            return (node?.Message, node?.Sender);
        }
    }

    private bool HasWork =>
        (Volatile.Read(ref _systemIncoming) is { } system && !ReferenceEquals(system, SystemClosed)) || (!IsSuspended && HasMessages);

    /// <summary>Sends an ordinary message; from any thread.</summary>
    internal void Post(object message, IActorRef? sender)
    {
        if (bound is not null && !bound.TryEnter())
        {
            cell.DeadLetter(message, sender);
            return;
        }

        var node = MessageNodePool.Rent(message, sender);
        var head = Volatile.Read(ref _incoming);
        while (true)
        {
            if (ReferenceEquals(head, Closed))
            {
                MessageNodePool.Return(node);
                bound?.Leave();
                cell.DeadLetter(message, sender);
                return;
            }

            node.Next = head;
            var seen = Interlocked.CompareExchange(ref _incoming, node, head);
            if (ReferenceEquals(seen, head)) break;
            head = seen;
        }

        if (!IsSuspended) Schedule();
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

            message.Next = head;
            var seen = Interlocked.CompareExchange(ref _systemIncoming, message, head);
            if (ReferenceEquals(seen, head)) break;
            head = seen;
        }

        Schedule();
    }

    /// <summary>Puts a message at the head; only from the actor's own handlers.</summary>
    internal void PutBack(object message, IActorRef? sender)
    {
        var node = MessageNodePool.Rent(message, sender);
        bound?.Enter();
        node.Next = _ready;
        _ready = node;
    }

    /// <summary>Holds ordinary messages back; suspensions are counted. Only from the actor's own turn.</summary>
    internal void Suspend() => Volatile.Write(ref _suspensions, _suspensions + 1);

    /// <summary>Ends one suspension. Only from the actor's own turn.</summary>
    internal void Resume()
    {
        if (_suspensions > 0) Volatile.Write(ref _suspensions, _suspensions - 1);
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

        var incoming = Interlocked.Exchange(ref _incoming, Closed);
        for (var node = Dequeue(); node is not null; node = Dequeue()) Bury(node);
        _ready = Reversed(incoming);
        for (var node = Dequeue(); node is not null; node = Dequeue()) Bury(node);

        MessageNode? Dequeue()
        {
            var node = _ready;
            _ready = node?.Next;
            return node;
        }

        void Bury(MessageNode node)
        {
            bound?.Leave();
            cell.DeadLetter(node.Message!, node.Sender);
            MessageNodePool.Return(node);
        }
    }

    /// <summary>Gives the mailbox a turn, unless it has one.</summary>
    internal void Schedule()
    {
        if (Volatile.Read(ref _scheduled) == 0 && Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0) Dispatcher.Schedule(this);
    }

    /// <summary>Does something in a turn of its own, or within the one that there is; for tests.</summary>
    internal void RunInTurn(Action work)
    {
        var begins = Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0;
        try
        {
            work();
        }
        finally
        {
            if (begins)
            {
                Interlocked.Exchange(ref _scheduled, 0);
                if (HasWork) Schedule();
            }
        }
    }

    /// <summary>One turn: all system messages, and as many ordinary ones as the dispatcher's throughput and deadline allow.</summary>
    internal override void RunTurn() => RunTurn(Dispatcher.Throughput, Dispatcher.HasDeadline ? Dispatcher.NextDeadline() : long.MaxValue);

    /// <summary>
    /// One turn of at most so many ordinary messages, none begun after the deadline (of <see cref="System.Diagnostics.Stopwatch"/>;
    /// <see cref="long.MaxValue"/> for none) but the first. Returns how many there were.
    /// </summary>
    internal int RunTurn(int most, long deadline)
    {
        var outer = ActorCell.Current;
        ActorCell.Current = cell;
        try
        {
            ProcessSystemMessages();
            return ProcessMessages(most, deadline);
        }
        finally
        {
            ActorCell.Current = outer;
            // A full fence: whoever pushed before it is seen below, whoever pushes after it schedules.
            Interlocked.Exchange(ref _scheduled, 0);
            if (HasWork) Schedule();
        }
    }

    private int ProcessMessages(int most, long deadline)
    {
        var processed = 0;
        while (_suspensions == 0 && TryDequeue() is { } node)
        {
            var message = node.Message!;
            var sender = node.Sender;
            MessageNodePool.Return(node);
            bound?.Leave();
            cell.Invoke(message, sender);
            if (Volatile.Read(ref _systemIncoming) is not null) ProcessSystemMessages();
            if (++processed >= most || (deadline != long.MaxValue && MessageDispatcher.IsPast(deadline))) break;
        }

        return processed;
    }

    private MessageNode? TryDequeue()
    {
        var node = _ready;
        if (node is null)
        {
            if (Volatile.Read(ref _incoming) is not { } incoming || ReferenceEquals(incoming, Closed)) return null;
            node = Reversed(Interlocked.Exchange(ref _incoming, null))!;
        }

        _ready = node.Next;
        return node;
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

    private static MessageNode? Reversed(MessageNode? newest)
    {
        MessageNode? oldest = null;
        while (newest is not null) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }

    private static SystemMessage? Reversed(SystemMessage? newest)
    {
        SystemMessage? oldest = null;
        while (newest is not null) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }
}
