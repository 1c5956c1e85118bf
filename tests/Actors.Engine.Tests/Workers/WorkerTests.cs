using System.Diagnostics;
using Akka.Actor;
using Akka.Dispatch;

namespace Actors.Engine.Tests.Workers;

/// <summary>What workers keep while they rest.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _system = ActorSystem.Create("workers", """
        akka { loggers = [], stdout-loglevel = OFF }
        own.throughput = 5
        """);

    private readonly ThreadPoolDispatcher _dispatcher;

    public WorkerTests() => _dispatcher = (ThreadPoolDispatcher)_system.Dispatchers.Lookup("own");

    public void Dispose() => _system.Terminate().Wait(Patience);

    [Fact]
    public void A_worker_that_was_robbed_while_it_rested_and_finds_nothing_holds_on_to_nothing()
    {
        var worker = new Worker(_dispatcher);
        var runs = Enumerable.Range(0, 10).Select(_ => Pushed(worker.Queue)).ToArray();
        var other = new RunQueue();
        while (other.TakeHalfOf(worker.Queue))
        {
        }

        Assert.False(worker.Work(until: Stopwatch.GetTimestamp()));
        while (other.Take() is not null)
        {
        }

        GC.Collect();
        Assert.DoesNotContain(runs, run => run.IsAlive);
        GC.KeepAlive(worker);
    }

    [Fact]
    public void Of_the_workers_that_a_crowd_of_waiting_threads_needed_few_are_kept()
    {
        var crowd = 4 * ThreadPoolDispatcher.MostResting;
        using var barrier = new Barrier(crowd);
        var (left, alone) = (crowd, 0);
        for (var i = 0; i < crowd; i++)
        {
            _dispatcher.Schedule(() =>
            {
                if (!barrier.SignalAndWait(Patience)) Interlocked.Increment(ref alone);
                Interlocked.Decrement(ref left);
            });
        }

        // On threads of the test's own: the pool would add its own one by one.
        var threads = Enumerable.Range(0, crowd).Select(_ => new Thread(Help) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) Assert.True(thread.Join(Patience), "nothing is left to help with");

        Assert.Equal(0, alone);
        Assert.True(
            SpinWait.SpinUntil(() => _dispatcher.WorkerCount <= ThreadPoolDispatcher.MostResting, Patience), $"{_dispatcher.WorkerCount} were kept");

        void Help()
        {
            while (Volatile.Read(ref left) > 0) ((IThreadPoolWorkItem)_dispatcher).Execute();
        }
    }

    private static WeakReference Pushed(RunQueue queue)
    {
        var run = new ActionRunnable(() => { });
        queue.Push(run);
        return new WeakReference(run);
    }
}
