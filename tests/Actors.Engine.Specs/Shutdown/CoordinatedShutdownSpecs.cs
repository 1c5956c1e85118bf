using Akka;
using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Specs.Shutdown;

/// <summary>Coordinated shutdown as an application sees it: phases in order, one run, reasons, failures and time limits.</summary>
public sealed class CoordinatedShutdownSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Terminate_runs_the_shutdown_and_gives_its_reason()
    {
        var system = ActorSystem.Create("terminate", Quiet);
        await system.Terminate().WaitAsync(Patience);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, CoordinatedShutdown.Get(system).ShutdownReason);
    }

    private static Config Quiet => ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF, akka.loglevel = OFF");
}
