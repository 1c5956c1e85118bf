using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Simulation;

/// <summary>
/// Drives a simulated system on the caller's thread: of all actors that can run, the seed draws who does, one message at a time, and time
/// passes only when none can. So a run takes no longer than its work, and the same seed gives the same run. Covered are actors, timers,
/// receive timeouts, Ask, PipeTo and asynchronous handlers that wait for these; not what runs elsewhere (<see cref="Task.Run(Action)"/>,
/// I/O), waits on a thread, or asks another clock than the scheduler: supervision's restart windows run on real time.
/// </summary>
public sealed class Simulation
{
    private readonly long _seed;
    private readonly SimulatedWorld _world;

    private Simulation(long seed, ActorSystemImpl system, SimulatedWorld world)
    {
        _seed = seed;
        System = system;
        _world = world;
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>How much virtual time has passed.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_world.NowTicks);

    /// <summary>The run as far as it has come.</summary>
    public SimulationTrace Trace => new(_seed, _world.Trace.Value, _world.Trace.Steps, Elapsed);

    /// <summary>
    /// The configuration of a simulated system, to stand before others' defaults. Dispatchers of one's own need the same <c>type</c>. It has
    /// no loggers: what is logged can be had from the event stream.
    /// </summary>
    public static Config ConfigurationOf(long seed) => ConfigurationFactory.ParseString($$"""
        actors.simulation.seed = {{seed}}
        akka {
          loggers = []
          stdout-loglevel = OFF
          scheduler.implementation = "{{typeof(SimulationScheduler).FullName}}, Actors.Engine"
          coordinated-shutdown { run-by-clr-shutdown-hook = off, run-by-actor-system-terminate = off }
          actor {
            default-dispatcher.type = "{{typeof(SimulationDispatcherConfigurator).FullName}}, Actors.Engine"
            task-dispatcher.type = ${akka.actor.default-dispatcher.type}
            internal-dispatcher.type = ${akka.actor.default-dispatcher.type}
            default-blocking-io-dispatcher.type = ${akka.actor.default-dispatcher.type}
          }
        }
        """);

    /// <summary>
    /// Makes a system of this seed, lets <paramref name="scenario"/> do with it what it wants, runs what can run then without further
    /// time, ends the system, and returns the trace until then.
    /// </summary>
    /// <param name="seed">Decides the interleaving.</param>
    /// <param name="scenario">Makes actors, tells them something, lets time pass. What it throws comes through.</param>
    /// <param name="config">What else the system is configured with; the simulation's own keys win.</param>
    public static SimulationTrace Run(long seed, Action<Simulation> scenario, Config? config = null)
    {
        // A test's own context would take continuations to other threads.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var system = (ActorSystemImpl)ActorSystem.Create("simulation", ConfigurationOf(seed).WithFallback(config ?? Config.Empty));
            var simulation = new Simulation(seed, system, ((SimulationScheduler)system.Scheduler).World);
            try
            {
                simulation.RunUntilIdle();
                scenario(simulation);
                simulation.RunUntilIdle();
                return simulation.Trace;
            }
            finally
            {
                simulation.End(system);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs actors until none can, without letting time pass.</summary>
    public void RunUntilIdle()
    {
        while (_world.TryStep())
        {
        }
    }

    /// <summary>Runs actors while so much time passes. Throws <see cref="ArgumentOutOfRangeException"/> where that is negative.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = WheelEntry.After(_world.NowTicks, by.Ticks);
        do RunUntilIdle();
        while (_world.TryPass(until));
    }

    /// <summary>
    /// Runs actors, and lets time pass, until the condition holds; false where it does not within so much time. Throws
    /// <see cref="ArgumentOutOfRangeException"/> where that is negative.
    /// </summary>
    public bool RunUntil(Func<bool> condition, TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        var until = WheelEntry.After(_world.NowTicks, within.Ticks);
        while (!condition())
            if (!_world.TryStep() && !_world.TryPass(until))
                return condition();
        return true;
    }

    private void End(ActorSystemImpl system)
    {
        _ = system.FinalTerminate();
        RunUntilIdle();
        if (!system.WhenTerminated.IsCompleted)
            throw new InvalidOperationException("The simulated system did not end: something in it waits for what is not simulated.");
    }
}
