using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Server.Configuration;
using Actors.Server.Demo.Processes;
using Actors.Server.Hosting;
using Actors.Server.Options;
using Akka.Actor;
using Akka.Configuration;

namespace Actors.Server.Demo;

/// <summary>The demo where no broker can be had: three hubs in this process, on the in-process backplane.</summary>
/// <param name="why">Why there is no broker.</param>
internal sealed class InProcessStage(string why) : IDemoStage
{
    private readonly InProcessExchange _exchange = new();

    public string Description =>
        $"three nodes in one process, since {why}; to see them as processes around a real broker: {PrivateBroker.HowToInstall}";

    public bool HasBroker => false;

    public string HowKilled => "its sockets are closed and its actors stopped, without a word";

    public Task OpenAsync(CancellationToken stop) => Task.CompletedTask;

    public Task<IDemoNode> StartNodeAsync(string name, CancellationToken stop)
    {
        var configuration = DemoConfiguration.Load(name, new Setting(HubKeys.Backplane.Pattern, "in-process"));
        var options = configuration.Options!;
        var (listeners, fault) = ListenerBinder.Bind(options.Enabled);
        if (fault is not null) throw new InvalidOperationException(fault.ToString());

        // The story is what is to be read.
        var quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }").WithFallback(options.Actors);
        var system = ActorSystem.Create($"node-{name}", quiet);
        var counters = new HubCounters();
        var backplane = _exchange.Connect();
        var hub = system.ActorOf(HubActor.Props(options.ToHubOptions(), listeners, counters, backplane: backplane), "hub");
        return Task.FromResult<IDemoNode>(new InProcessNode(name, system, hub, listeners, counters, backplane));
    }

    public void HangBroker() => throw new NotSupportedException("There is no broker.");

    public void ResumeBroker() => throw new NotSupportedException("There is no broker.");

    public void Dispose()
    {
        // The nodes are the story's.
    }
}
