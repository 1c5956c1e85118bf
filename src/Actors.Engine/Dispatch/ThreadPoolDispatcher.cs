using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// The default dispatcher. Its turns run on the .NET thread pool, many to a work item: a worker runs what its own turns and other threads made
/// runnable until nothing is left, or gives the thread back to the pool for a while.
/// While anything waits to run, a work item is on its way in the pool, or a worker seeks: so one whose actor waits for something holds up
/// nobody, for another takes what it has, on a thread that the pool adds if it must.
/// </summary>
internal class ThreadPoolDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator), IThreadPoolWorkItem
{
    /// <summary>A worker's time with a thread, for others use the pool, too: 1 ms. A change of work items costs about a thousandth of it.</summary>
    private static readonly long Quantum = Stopwatch.Frequency / 1_000;

    /// <summary>How often a worker looks about before it rests: some 16 µs, less than it costs to wake a thread. On one core in vain.</summary>
    private static readonly int Looks = Environment.ProcessorCount > 1 ? 16 : 1;

    /// <summary>Between two looks: with the call that yields about a microsecond, in which an actor has had its turn.</summary>
    private const int Spins = 10;

    /// <summary>So many resting workers are kept: as many as there are cores, and as many again for those whose actors wait for something.</summary>
    internal static readonly int MostResting = 2 * Environment.ProcessorCount;

    // What other threads made runnable: a mailbox is in it once, so the actors that there are bound it.
    private readonly ConcurrentQueue<IRunnable> _shared = new();
    private readonly Lock _gate = new();
    private readonly List<Worker> _resting = [];
    private Worker[] _workers = [];
    // 1 while a work item is on its way in the pool, or a worker seeks. Whoever puts something in does so before he reads it, whoever clears
    // it looks about afterwards, each with a full fence between: so nothing is left lying.
    private int _seeking;

    /// <summary>How many workers there are, for tests and tools.</summary>
    internal int WorkerCount => Volatile.Read(ref _workers).Length;

    /// <summary>A worker's time with a thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var worker = Hire();
        var hasMore = true;
        try
        {
            hasMore = worker.Work(Stopwatch.GetTimestamp() + Quantum);
        }
        finally
        {
            // Also where an action threw, which ends the process unless its handler of unhandled exceptions will not have it.
            LetRest(worker, hasMore);
        }
    }

    /// <summary>Sees to it that what waits is looked for.</summary>
    internal void Wake()
    {
        if (Volatile.Read(ref _seeking) == 0 && Interlocked.CompareExchange(ref _seeking, 1, 0) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>As <see cref="Seek"/>, unless somebody seeks already.</summary>
    internal bool TrySeek(Worker worker) => Interlocked.CompareExchange(ref _seeking, 1, 0) == 0 && Seek(worker);

    /// <summary>Looks for something to run, for a while; true where the worker's queue has something then. One seeks at a time.</summary>
    internal bool Seek(Worker worker)
    {
        var found = !worker.Queue.IsEmpty;
        if (found) TakeOver(worker);
        for (var looks = 0; looks < Looks && !found; looks++)
        {
            if (looks > 0)
            {
                // The thread for who else uses the pool, and the core for who else wants that: it may be who is about to put something in.
                if (ThreadPool.PendingWorkItemCount > 0) break;
                if (!Thread.Yield()) Thread.SpinWait(Spins);
            }

            found = Find(worker, all: false);
        }

        // A full fence: whoever put something in before it is seen below, whoever does after it wakes another.
        Interlocked.Exchange(ref _seeking, 0);
        found = found || Find(worker, all: true);
        if (found && HasMoreThan(worker)) Wake();
        return found;
    }

    internal IRunnable? TryTakeShared() => _shared.TryDequeue(out var run) ? run : null;

    protected override void ExecuteTask(IRunnable run)
    {
        if (ActorThread.This.Worker is { } worker && worker.Dispatcher == this)
        {
            worker.Queue.Push(run);
        }
        else
        {
            _shared.Enqueue(run);
            Interlocked.MemoryBarrier();
        }

        Wake();
    }

    /// <summary>After its turn, which has ended: the worker goes on at once, and needs no help for it.</summary>
    internal override void Reschedule(IRunnable run)
    {
        if (ActorThread.This.Worker is { } worker && worker.Dispatcher == this) worker.Queue.Push(run);
        else ExecuteTask(run);
    }

    // The pool is the process's own.
    protected override void Shutdown() { }

    /// <summary>True where more waits than what the worker has, which it sees to itself.</summary>
    private bool HasMoreThan(Worker worker)
    {
        if (!_shared.IsEmpty) return true;
        foreach (var other in Volatile.Read(ref _workers))
            if (other != worker && !other.Queue.IsEmpty)
                return true;
        return false;
    }

    /// <summary>
    /// Gives a worker that has something, behind it, some of what came from outside, and half of what waits behind a long turn: where no
    /// worker ever runs out of its own, nobody else would take these.
    /// </summary>
    private void TakeOver(Worker worker)
    {
        worker.TakeShared();
        foreach (var other in Volatile.Read(ref _workers))
            if (other != worker && other.Stands)
                worker.Queue.TakeHalfOf(other.Queue);
    }

    /// <summary>Sees to it that the worker has something; <paramref name="all"/> allows it what another is about to run.</summary>
    private bool Find(Worker worker, bool all)
    {
        if (!worker.Queue.IsEmpty || worker.TakeShared()) return true;
        foreach (var other in Volatile.Read(ref _workers))
            if (other != worker && (all || other.HasToSpare) && worker.Queue.TakeHalfOf(other.Queue))
                return true;
        return false;
    }

    private void LetRest(Worker worker, bool hasMore)
    {
        lock (_gate)
        {
            // There are as many as threads were in here at once, which may have been hundreds while actors waited; every later seeker would
            // look through them all. One without work can go: only a worker puts something into its queue.
            if (hasMore || _resting.Count < MostResting) _resting.Add(worker);
            else Volatile.Write(ref _workers, Array.FindAll(_workers, other => other != worker));
        }

        if (hasMore) Wake();
    }

    // One with work left before one without.
    private Worker Hire()
    {
        lock (_gate)
        {
            if (_resting.Count == 0)
            {
                var added = new Worker(this);
                Volatile.Write(ref _workers, [.. _workers, added]);
                return added;
            }

            var index = Math.Max(0, _resting.FindIndex(static worker => !worker.Queue.IsEmpty));
            var hired = _resting[index];
            _resting.RemoveAt(index);
            return hired;
        }
    }
}

internal sealed class ThreadPoolDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ThreadPoolDispatcher _dispatcher;

    internal ThreadPoolDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites) =>
        _dispatcher = new ThreadPoolDispatcher(this);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
