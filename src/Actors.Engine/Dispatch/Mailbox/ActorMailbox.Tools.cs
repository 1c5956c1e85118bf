using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>What tests, tools and the simulation see of a mailbox, and do past it.</summary>
internal sealed partial class ActorMailbox
{
    /// <summary>True while it waits for a turn or has it.</summary>
    internal bool IsScheduled =>
        Volatile.Read(ref _incoming) is { } incoming && !ReferenceEquals(incoming, Closed) && !ReferenceEquals(Volatile.Read(ref Cell.Backlog.System), Parked);

    /// <summary>True while ordinary messages wait.</summary>
    internal bool HasMessages => Cell.Backlog.Ready is not null || Waits(Volatile.Read(ref _incoming));

    /// <summary>How many ordinary messages wait, counted by a walk; exact only while the actor rests.</summary>
    internal int NumberOfMessages
    {
        get
        {
            var count = 0;
            for (var node = Cell.Backlog.Ready; node is not null; node = node.Next) count++;
            for (var node = Volatile.Read(ref _incoming); Waits(node); node = node!.Next) count++;
            return count;
        }
    }

    /// <summary>What the next turn begins with, and who sent it; from the thread that is about to run that turn.</summary>
    internal (object? Message, IActorRef? Sender) Next
    {
        get
        {
            var system = Volatile.Read(ref Cell.Backlog.System);
            while (system?.Next is { } older) system = older;
            if (system is not null) return (system, null);
            if (Cell.Backlog.Ready is { } next) return (next.Message, next.Sender);
            var oldest = Volatile.Read(ref _incoming);
            while (oldest?.Next is { } older && !ReferenceEquals(older, Cell.Backlog.Taken)) oldest = older;
            return (oldest?.Message, oldest?.Sender);
        }
    }

    /// <summary>Does something in a turn of its own, or within the one that there is.</summary>
    internal void RunInTurn(Action work)
    {
        var begins = TryBegin() || ReferenceEquals(Interlocked.CompareExchange(ref Cell.Backlog.System, null, Parked), Parked);
        try
        {
            work();
        }
        finally
        {
            if (begins) EndTurn(ActorThread.This.Nodes);
        }
    }

    // What was taken is blank, or in ready, too.
    private bool Waits(MessageNode? node) => node is { Message: not null } && !ReferenceEquals(node, Cell.Backlog.Taken);
}
