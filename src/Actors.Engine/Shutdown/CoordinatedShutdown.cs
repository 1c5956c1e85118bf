using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends a system in phases: the tasks of one phase run side by side, and the next phase begins when all are done, failed, or out of
/// time. Phases and their order come from <c>akka.coordinated-shutdown.phases</c>; the last one terminates the system. It runs once,
/// whoever asks: the code that calls <see cref="Run"/>, <see cref="ActorSystem.Terminate"/>, or the process's exit.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    /// <summary>The first phase: what must happen while everything still works.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Take no new requests.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Wait for requests that are under way.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>Stop what served them.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>After services, before the cluster.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>The cluster's.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>The cluster's.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>The cluster's.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>The cluster's.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>The cluster's.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>The last moment at which actors still answer.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The system terminates.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly ConcurrentDictionary<string, ImmutableList<(string Name, Func<Task<Done>> Run)>> _tasks = new();
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reason? _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system, Dictionary<string, Phase> phases)
    {
        System = system;
        Phases = phases;
        OrderedPhases = TopologicalSort(phases);
        Log = Logging.GetLogger(system, this);
    }

    /// <summary>The system that it ends.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>Why it was run first; null as long as it was not.</summary>
    public Reason? ShutdownReason => Volatile.Read(ref _reason);

    /// <summary>How long all phases that have tasks may take together.</summary>
    public TimeSpan TotalTimeout => _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));

    internal ILoggingAdapter Log { get; }

    internal Dictionary<string, Phase> Phases { get; }

    internal List<string> OrderedPhases { get; }

    /// <summary>The shutdown of a system.</summary>
    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>
    /// Adds a task to a phase; the name is for logs. It may be added while the shutdown runs, as long as its phase has not begun.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!Phases.ContainsKey(phase))
        {
            throw new ConfigurationException(
                $"Unknown phase [{phase}], known phases [{string.Join(",", Phases.Keys)}]. " +
                "All phases (along with their optional dependencies) must be defined in configuration.");
        }
        _tasks.AddOrUpdate(phase, _ => [(taskName, task)], (_, tasks) => tasks.Add((taskName, task)));
    }

    /// <summary>
    /// Runs the phases, from <paramref name="fromPhase"/> or from the first. A later call runs nothing, and answers with the same task.
    /// It fails where a phase with <c>recover = off</c> does.
    /// </summary>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null) _ = RunPhases(fromPhase);
        return _done.Task;
    }

    /// <summary>How long the tasks of a phase may take.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => Phases.TryGetValue(phase, out var known)
        ? known.Timeout
        : throw new ArgumentException($"Unknown phase [{phase}]. All phases must be defined in configuration.", nameof(phase));

    internal static List<string> TopologicalSort(Dictionary<string, Phase> phases) => ShutdownPhases.TopologicalSort(phases);

    internal static Dictionary<string, Phase> PhasesFromConfig(Config config) => ShutdownPhases.FromConfig(config);

    private async Task RunPhases(string? fromPhase)
    {
        try
        {
            foreach (var phase in fromPhase is null ? OrderedPhases : OrderedPhases.SkipWhile(p => p != fromPhase))
                await RunPhase(phase).ConfigureAwait(false);
            _done.TrySetResult(Done.Instance);
        }
        catch (Exception ex)
        {
            _done.TrySetException(ex);
        }
    }

    private async Task RunPhase(string phase)
    {
        // Read when its turn comes: earlier phases may have added to it.
        if (!_tasks.TryGetValue(phase, out var tasks))
        {
            Log.Debug("Performing phase [{0}] with [0] tasks.", phase);
            return;
        }
        Log.Debug("Performing phase [{0}] with [{1}] tasks: [{2}]", phase, tasks.Count, string.Join(",", tasks.Select(t => t.Name)));
        var (timeout, recover) = (Timeout(phase), Phases[phase].Recover);
        var all = Task.WhenAll(tasks.Select(t => RunTask(phase, t.Name, t.Run, recover)).ToArray());
        if (!all.IsCompleted)
        {
            using var timer = new Cancelable(System.Scheduler.Advanced);
            await Task.WhenAny(all, After(timeout, timer)).ConfigureAwait(false);
            timer.Cancel();
        }
        if (all.IsCompleted) await all.ConfigureAwait(false);
        else if (recover) Log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase, timeout);
        else throw new TimeoutException($"Coordinated shutdown phase[{phase}] timed out after {timeout}");
    }

    private Task After(TimeSpan timeout, ICancelable timer)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            System.Scheduler.Advanced.ScheduleOnce(timeout, () => late.TrySetResult(), timer);
        }
        catch (SchedulerException)
        {
            // The system is gone and its scheduler with it. What tasks are left have nothing to wait for.
            late.SetResult();
        }
        return late.Task;
    }

    private async Task RunTask(string phase, string name, Func<Task<Done>> run, bool recover)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception ex) when (recover)
        {
            Log.Warning("Task [{0}] failed in phase [{1}]: {2}", name, phase, ex.Message);
        }
    }
}
