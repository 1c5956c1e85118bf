using Akka.Dispatch;

namespace Actors.Engine.Dispatch;

/// <summary>
/// What an I/O thread receives is worked off on that thread, as far as a budget allows: its outermost Tell runs the mailboxes that it
/// fills, one turn each, in the order in which they were filled, and never one within another. What is left goes to the thread pool, as all
/// does that other threads tell. So a datagram wakes nobody, and its bytes stay in one core's cache. An actor on such a thread must not wait
/// for another actor: that one's turn may be the thread's next.
/// </summary>
internal sealed class RunToCompletionDispatcher : ThreadPoolDispatcher
{
    private readonly DedicatedThreads _threads;

    internal RunToCompletionDispatcher(MessageDispatcherConfigurator configurator, DedicatedThreads threads, int budgetMessages, TimeSpan budgetTime)
        : base(configurator)
    {
        _threads = threads;
        BudgetMessages = budgetMessages;
        BudgetTime = budgetTime;
    }

    internal int BudgetMessages { get; }

    internal TimeSpan BudgetTime { get; }

    /// <summary>Leaves it to the thread pool.</summary>
    internal void HandToPool(IRunnable run) => base.ExecuteTask(run);

    protected override void ExecuteTask(IRunnable run)
    {
        if (run is ActorMailbox mailbox && _threads.IncludeThisOne) InlineDrain.OfThisThread.Add(mailbox, this);
        else HandToPool(run);
    }
}
