using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// One actor's queue, and its turn on a dispatcher. Many threads send, one at a time receives:
/// senders push onto <c>_incoming</c> (newest first), the receiver turns what is new there round into its backlog, and works that off. What
/// it took stays where it is until the turn ends: so a message costs one interlocked operation to send, and a turn one.
/// System messages have a queue of their own and go first.
/// States: idle (<c>_incoming</c> is null: who puts something in begins a turn) → has a turn, waits for a thread or is on one → idle, or
/// parked (suspended: <c>_incoming</c> stays, and only a system message begins a turn); closed for good when the actor has stopped.
/// </summary>
internal sealed partial class ActorMailbox(MessageDispatcher dispatcher, MailboxBound? bound = null) : Mailbox(dispatcher)
{
    // What stands in _incoming in place of a message: a turn that no message began; the actor has stopped.
    private static readonly MessageNode Nothing = new();
    private static readonly MessageNode Closed = new();
    // What stands in place of a system message: none has come since the mailbox was parked; the actor has stopped.
    private static readonly SystemMessage Parked = new Suspend();
    private static readonly SystemMessage SystemClosed = new Terminate();

    private MessageNode? _incoming;

    /// <summary>The actor whose mailbox it is; it says so when it is made.</summary>
    internal ActorCell Cell { get; set; } = null!;

    internal bool IsClosed => ReferenceEquals(Volatile.Read(ref Cell.Backlog.System), SystemClosed);

    /// <summary>Sends an ordinary message; from any thread. Throws <see cref="InvalidMessageException"/> for null.</summary>
    internal void Post(object message, IActorRef? sender)
    {
        if (message is null) throw new InvalidMessageException("Message is null.");
        if (bound is not null && !bound.TryEnter())
        {
            Cell.DeadLetter(message, sender);
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
                Cell.DeadLetter(message, sender);
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
        var head = Volatile.Read(ref Cell.Backlog.System);
        while (true)
        {
            if (ReferenceEquals(head, SystemClosed))
            {
                Cell.DeadSystemLetter(message);
                return;
            }

            message.Next = ReferenceEquals(head, Parked) ? null : head;
            var seen = Interlocked.CompareExchange(ref Cell.Backlog.System, message, head);
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
        node.Next = Cell.Backlog.Ready;
        Cell.Backlog.Ready = node;
    }

    /// <summary>Holds ordinary messages back; suspensions are counted. Only from the actor's own turn.</summary>
    internal void Suspend() => Cell.Backlog.Suspensions++;

    /// <summary>Ends one suspension. Only from the actor's own turn.</summary>
    internal void Resume()
    {
        if (Cell.Backlog.Suspensions > 0) Cell.Backlog.Suspensions--;
    }

    /// <summary>Ends the mailbox: what waits, and what comes later, goes to dead letters. Only from the actor's own turn.</summary>
    internal void Close()
    {
        var system = Reversed(Interlocked.Exchange(ref Cell.Backlog.System, SystemClosed));
        while (system is not null)
        {
            var next = system.Next;
            system.Next = null;
            Cell.DeadSystemLetter(system);
            system = next;
        }

        while (Cell.Backlog.Ready is not null) BuryNext();
        Cell.Backlog.Ready = InOrder(Interlocked.Exchange(ref _incoming, Closed), Cell.Backlog.Taken);
        while (Cell.Backlog.Ready is not null) BuryNext();
        Cell.Backlog.Taken = null;
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
        thread.Cell = Cell;
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
        Cell.Backlog.Taken = Nothing;
        return true;
    }

    /// <summary>Ends the turn; where something is left to do another one follows.</summary>
    private void EndTurn(MessageNodePool nodes)
    {
        Cell.BeginWait();
        ref var backlog = ref Cell.Backlog;
        if (backlog.Suspensions > 0)
        {
            if (Interlocked.CompareExchange(ref backlog.System, Parked, null) is null || IsClosed) return;
        }
        else if (backlog.Ready is null && backlog.Taken is { } taken)
        {
            // Before: once the mailbox is idle another thread may have its next turn.
            backlog.Taken = null;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _incoming, null, taken), taken))
            {
                Release(taken, nodes);
                // That was a full fence: who sent a system message before it is seen here, who does so after it finds the mailbox idle.
                if (Volatile.Read(ref backlog.System) is null || !TryBegin()) return;
            }
            else
            {
                backlog.Taken = taken;
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
        // Looked up once: this object's cache line is the senders'.
        var cell = Cell;
        ref var backlog = ref cell.Backlog;
        var places = bound;
        var processed = 0;
        while (backlog.Suspensions == 0 && (backlog.Ready ?? TakeIncoming(ref backlog, nodes)) is { } node)
        {
            var message = node.Message!;
            var sender = node.Sender;
            backlog.Ready = node.Next;
            if (ReferenceEquals(node, backlog.Taken)) node.Blank();
            else nodes.Return(node);
            places?.Leave();
            cell.Invoke(message, sender);
            if (Volatile.Read(ref backlog.System) is not null) ProcessSystemMessages();
            if (++processed >= most || (deadline != long.MaxValue && MessageDispatcher.IsPast(deadline))) break;
        }

        return processed;
    }

    /// <summary>The oldest of what is new in incoming, with the rest behind it; null where nothing is.</summary>
    private MessageNode? TakeIncoming(ref Backlog backlog, MessageNodePool nodes)
    {
        var newest = Volatile.Read(ref _incoming);
        if (ReferenceEquals(newest, backlog.Taken) || ReferenceEquals(newest, Closed)) return null;
        var oldest = InOrder(newest, backlog.Taken);
        if (backlog.Taken is { } taken) Release(taken, nodes);
        backlog.Taken = newest;
        return oldest;
    }

    private static MessageNode? InOrder(MessageNode? newest, MessageNode? taken)
    {
        MessageNode? oldest = null;
        while (newest is not null && !ReferenceEquals(newest, taken)) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }

    private static void Release(MessageNode taken, MessageNodePool nodes)
    {
        if (!ReferenceEquals(taken, Nothing)) nodes.Return(taken);
    }

    private void BuryNext()
    {
        var node = Cell.Backlog.Ready!;
        Cell.Backlog.Ready = node.Next;
        bound?.Leave();
        Cell.DeadLetter(node.Message!, node.Sender);
    }

    private void ProcessSystemMessages()
    {
        while (Volatile.Read(ref Cell.Backlog.System) is { } incoming && !ReferenceEquals(incoming, SystemClosed))
        {
            var message = Reversed(Interlocked.Exchange(ref Cell.Backlog.System, null));
            while (message is not null)
            {
                var next = message.Next;
                message.Next = null;
                if (IsClosed) Cell.DeadSystemLetter(message);
                else Cell.SystemInvoke(message);
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
