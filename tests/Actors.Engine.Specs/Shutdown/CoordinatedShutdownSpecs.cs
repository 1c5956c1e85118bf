using Actors.Engine.Specs.Support;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Actors.Engine.Specs.Shutdown;

/// <summary>Coordinated shutdown as an application sees it: phases in order, one run, reasons, failures and time limits.</summary>
public sealed class CoordinatedShutdownSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<string> _done = [];
    private readonly List<ActorSystem> _systems = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var system in _systems) await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task Phases_run_in_their_order_whatever_the_order_in_which_tasks_were_added()
    {
        var shutdown = Shutdown(Start());
        foreach (var phase in Enumerable.Reverse(Ordered)) Add(shutdown, phase, phase);
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Equal(Ordered, _done);
        Assert.True(shutdown.System.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task A_phase_waits_for_all_tasks_of_the_one_before_which_run_side_by_side()
    {
        var shutdown = Shutdown(Start());
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "waits for the second", async () =>
        {
            await second.Task;
            lock (_done) _done.Add("first");
            return Done.Instance;
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "the second", () =>
        {
            second.SetResult();
            return Task.FromResult(Done.Instance);
        });
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "later phase");
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Equal(["first", "later phase"], _done);
    }

    [Fact]
    public async Task It_may_begin_with_a_later_phase()
    {
        var shutdown = Shutdown(Start());
        Add(shutdown, CoordinatedShutdown.PhaseBeforeServiceUnbind, "too early");
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "in time");
        await shutdown.Run(new Whim(), CoordinatedShutdown.PhaseServiceStop).WaitAsync(Patience);
        Assert.Equal(["in time"], _done);
    }

    [Fact]
    public async Task It_runs_once_and_keeps_its_first_reason()
    {
        var shutdown = Shutdown(Start());
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "task");
        Assert.Null(shutdown.ShutdownReason);
        var whim = new Whim();
        await shutdown.Run(whim).WaitAsync(Patience);
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Same(whim, shutdown.ShutdownReason);
        Assert.Equal(["task"], _done);
    }

    [Fact]
    public async Task A_task_may_add_one_to_a_later_phase()
    {
        var shutdown = Shutdown(Start());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "adds", () =>
        {
            Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "added");
            return Task.FromResult(Done.Instance);
        });
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Equal(["added"], _done);
    }

    [Fact]
    public async Task A_task_that_fails_throws_or_is_late_is_logged_and_the_next_phase_runs()
    {
        var system = Start("akka.coordinated-shutdown.phases.service-requests-done.timeout = 50ms");
        var shutdown = Shutdown(system);
        var observer = Start();
        var log = new Ear(observer);
        system.EventStream.Subscribe(log.Ref, typeof(Warning));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails", () => Task.FromException<Done>(new IOException("boom")));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "throws", () => throw new IOException("bang"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "never", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "next");
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Equal(["next"], _done);
        var warnings = (await log.AllUntilNow()).Select(w => ((Warning)w).Message.ToString()!).ToList();
        Assert.Contains(warnings, w => w.StartsWith("Task [fails] failed in phase [service-unbind]", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.StartsWith("Task [throws] failed in phase [service-unbind]", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.StartsWith("Coordinated shutdown phase [service-requests-done] timed out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_phase_does_not_recover_its_failure_ends_the_run()
    {
        var system = Start(
            "akka.coordinated-shutdown { run-by-actor-system-terminate = off, phases.service-stop { recover = off, timeout = 50ms } }");
        var shutdown = Shutdown(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "never", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "not run");
        await Assert.ThrowsAsync<TimeoutException>(() => shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience));
        Assert.Empty(_done);
        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Terminate_runs_it_and_gives_its_reason()
    {
        var system = Start();
        Add(Shutdown(system), CoordinatedShutdown.PhaseServiceStop, "task");
        await system.Terminate().WaitAsync(Patience);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, Shutdown(system).ShutdownReason);
        Assert.Equal(["task"], _done);
    }

    [Fact]
    public async Task Terminate_does_not_run_it_where_that_is_off()
    {
        var system = Start("akka.coordinated-shutdown.run-by-actor-system-terminate = off");
        var shutdown = Shutdown(system);
        await system.Terminate().WaitAsync(Patience);
        Assert.Null(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_system_stays_where_terminating_it_is_off()
    {
        var system = Start("akka.coordinated-shutdown { terminate-actor-system = off, run-by-actor-system-terminate = off }");
        await Shutdown(system).Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void To_be_run_by_Terminate_and_not_to_terminate_is_refused()
        => Assert.ThrowsAny<ConfigurationException>(() => Start("akka.coordinated-shutdown.terminate-actor-system = off"));

    [Fact]
    public void An_unknown_phase_is_refused()
    {
        var shutdown = Shutdown(Start());
        Assert.ThrowsAny<Exception>(() => Add(shutdown, "no-such-phase", "task"));
        Assert.ThrowsAny<Exception>(() => shutdown.Timeout("no-such-phase"));
    }

    [Fact]
    public async Task An_application_may_have_phases_of_its_own()
    {
        var shutdown = Shutdown(Start("""
            akka.coordinated-shutdown.phases {
              say-goodbye { depends-on = [before-service-unbind], timeout = 7s }
              service-unbind.depends-on = [say-goodbye]
            }
            """));
        Assert.Equal(TimeSpan.FromSeconds(7), shutdown.Timeout("say-goodbye"));
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind, "third");
        Add(shutdown, "say-goodbye", "second");
        Add(shutdown, CoordinatedShutdown.PhaseBeforeServiceUnbind, "first");
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);
        Assert.Equal(["first", "second", "third"], _done);
    }

    [Fact]
    public void The_whole_may_take_as_long_as_the_phases_that_have_tasks()
    {
        var shutdown = Shutdown(Start());
        // The last phase, 10 s, has the task that terminates the system.
        Assert.Equal(TimeSpan.FromSeconds(10), shutdown.TotalTimeout);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "task");
        Assert.Equal(TimeSpan.FromSeconds(15), shutdown.TotalTimeout);
    }

    private static readonly string[] Ordered =
    [
        CoordinatedShutdown.PhaseBeforeServiceUnbind,
        CoordinatedShutdown.PhaseServiceUnbind,
        CoordinatedShutdown.PhaseServiceRequestsDone,
        CoordinatedShutdown.PhaseServiceStop,
        CoordinatedShutdown.PhaseBeforeClusterShutdown,
        CoordinatedShutdown.PhaseClusterShardingShutdownRegion,
        CoordinatedShutdown.PhaseClusterLeave,
        CoordinatedShutdown.PhaseClusterExiting,
        CoordinatedShutdown.PhaseClusterExitingDone,
        CoordinatedShutdown.PhaseClusterShutdown,
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate,
        CoordinatedShutdown.PhaseActorSystemTerminate,
    ];

    private static CoordinatedShutdown Shutdown(ActorSystem system) => CoordinatedShutdown.Get(system);

    private void Add(CoordinatedShutdown shutdown, string phase, string what) => shutdown.AddTask(phase, what, () =>
    {
        lock (_done) _done.Add(what);
        return Task.FromResult(Done.Instance);
    });

    private ActorSystem Start(string config = "")
    {
        var quiet = ConfigurationFactory.ParseString("akka { loggers = [], stdout-loglevel = OFF }");
        var system = ActorSystem.Create("spec", ConfigurationFactory.ParseString(config).WithFallback(quiet));
        _systems.Add(system);
        return system;
    }

    private sealed class Whim : CoordinatedShutdown.Reason;
}
