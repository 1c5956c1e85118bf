using Akka.Configuration;
using Akka.Dispatch;

namespace Actors.Engine.Simulation;

/// <summary>
/// Makes the dispatcher of a simulated system: <c>type = "Actors.Engine.Simulation.SimulationDispatcherConfigurator, Actors.Engine"</c>.
/// An actor handles one message in a turn, so that every interleaving can come. Throws <see cref="ConfigurationException"/> where the
/// system's scheduler is not a <see cref="SimulationScheduler"/>.
/// </summary>
public sealed class SimulationDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly SimulationDispatcher _dispatcher;

    /// <summary>Called by the engine with the dispatcher's section.</summary>
    public SimulationDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites)
    {
        if (prerequisites.Scheduler is not SimulationScheduler scheduler)
            throw new ConfigurationException($"Dispatcher [{Id}] simulates: akka.scheduler.implementation must be {typeof(SimulationScheduler)}.");
        _dispatcher = new SimulationDispatcher(this, scheduler.World);
    }

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;

    private sealed class SimulationDispatcher : MessageDispatcher
    {
        private readonly SimulatedWorld _world;

        internal SimulationDispatcher(MessageDispatcherConfigurator configurator, SimulatedWorld world) : base(configurator)
        {
            _world = world;
            Throughput = 1;
        }

        protected override void ExecuteTask(IRunnable run) => _world.Add(run);

        protected override void Shutdown() { }
    }
}
