using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Makes a system's <see cref="CoordinatedShutdown"/>, with the phases and hooks of <c>akka.coordinated-shutdown</c>.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    /// <inheritdoc/>
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var section = system.Settings.Config.GetConfig("akka.coordinated-shutdown")
            ?? throw ConfigurationException.NullOrEmptyConfig<CoordinatedShutdown>("akka.coordinated-shutdown");
        var shutdown = new CoordinatedShutdown(system, ShutdownPhases.FromConfig(section));
        AddLastTask(system, section, shutdown);
        if (section.GetBoolean("run-by-clr-shutdown-hook", true)) RunAtProcessExit(system, shutdown);
        return shutdown;
    }

    private static void AddLastTask(ExtendedActorSystem system, Config section, CoordinatedShutdown shutdown)
    {
        var terminate = section.GetBoolean("terminate-actor-system", true);
        var exit = section.GetBoolean("exit-clr");
        if (!terminate && !exit) return;
        shutdown.AddTask(CoordinatedShutdown.PhaseActorSystemTerminate, "terminate-system", async () =>
        {
            if (terminate)
            {
                var terminated = ((ActorSystemImpl)system).FinalTerminate();
                await (exit ? AtMost(terminated, shutdown.Timeout(CoordinatedShutdown.PhaseActorSystemTerminate)) : terminated)
                    .ConfigureAwait(false);
            }
            // Not awaited: exiting waits for the hook below, and the hook for this task. Where the hook came first, the process exits.
            if (exit && shutdown.ShutdownReason is not CoordinatedShutdown.ClrExitReason) _ = Task.Run(() => Environment.Exit(0));
            return Done.Instance;
        });
    }

    // The process must end even where an actor keeps the system from it, and its scheduler may be gone by then.
    private static async Task AtMost(Task terminated, TimeSpan timeout)
    {
        try
        {
            await terminated.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Exits all the same.
        }
    }

    private static void RunAtProcessExit(ExtendedActorSystem system, CoordinatedShutdown shutdown)
    {
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        // A process that makes many systems, a test run say, must not keep them all.
        system.RegisterOnTermination(() => AppDomain.CurrentDomain.ProcessExit -= OnExit);

        void OnExit(object? sender, EventArgs e)
        {
            try
            {
                shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).Wait(shutdown.TotalTimeout);
            }
            catch (AggregateException ex)
            {
                shutdown.Log.Warning("CoordinatedShutdown from CLR shutdown failed: {0}", ex.Message);
            }
        }
    }
}
