using System.Diagnostics;
using Akka.Actor;
using Akka.Dispatch;

namespace Actors.Engine.Dispatch;

/// <summary>
/// What one dedicated thread works off within its outermost Tell.
/// States: idle → draining (mailboxes run, one turn each, first filled first) → idle; at the end of the budget what waits goes to the pool.
/// </summary>
internal sealed class InlineDrain
{
    [ThreadStatic]
    private static InlineDrain? _ofThisThread;

    private readonly Queue<ActorMailbox> _filled = new();
    private ActorMailbox? _running;
    private int _left;

    internal static InlineDrain OfThisThread => _ofThisThread ??= new InlineDrain();

    /// <summary>Takes a mailbox that was filled. The first one begins to drain, and returns when all is done or the budget is spent.</summary>
    internal void Add(ActorMailbox mailbox, RunToCompletionDispatcher dispatcher)
    {
        if (_running is not null)
        {
            // A mailbox that its turn did not empty has had its turn; and more mailboxes than messages left would find no budget.
            if (ReferenceEquals(mailbox, _running) || _filled.Count >= _left) dispatcher.HandToPool(mailbox);
            else _filled.Enqueue(mailbox);
        }
        else if (ActorCell.Current is not null)
        {
            // An actor of another dispatcher has its turn on this thread: another actor's turn within that would be nested.
            dispatcher.HandToPool(mailbox);
        }
        else
        {
            Drain(mailbox, dispatcher);
        }
    }

    private void Drain(ActorMailbox first, RunToCompletionDispatcher dispatcher)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(dispatcher.BudgetTime.TotalSeconds * Stopwatch.Frequency);
        _left = dispatcher.BudgetMessages;
        var ambience = Ambience.Capture();
        try
        {
            var next = first;
            do
            {
                _running = next;
                // A turn of nothing but system messages counts, too, so that the budget always ends.
                _left -= Math.Max(1, next.RunTurn(ActorThread.This, Math.Min(next.Dispatcher.Throughput, _left), DeadlineOf(next, deadline)));
                ambience.PutBack();
            }
            while (_left > 0 && !MessageDispatcher.IsPast(deadline) && _filled.TryDequeue(out next!));
        }
        finally
        {
            _running = null;
            while (_filled.TryDequeue(out var left)) ((RunToCompletionDispatcher)left.Dispatcher).HandToPool(left);
        }
    }

    private static long DeadlineOf(ActorMailbox mailbox, long deadline) =>
        mailbox.Dispatcher.HasDeadline ? Math.Min(deadline, mailbox.Dispatcher.NextDeadline()) : deadline;
}
