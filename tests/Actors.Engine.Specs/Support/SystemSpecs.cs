using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Specs.Support;

/// <summary>A system per test, quiet on standard output, and terminated at the end.</summary>
public abstract class SystemSpecs : IAsyncLifetime
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected SystemSpecs(string config = "")
    {
        var quiet = ConfigurationFactory.ParseString("akka { loggers = [], loglevel = DEBUG, stdout-loglevel = OFF }");
        System = ActorSystem.Create("spec", ConfigurationFactory.ParseString(config).WithFallback(quiet));
    }

    protected ActorSystem System { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await System.Terminate().WaitAsync(Patience);

    private protected Ear NewEar(string? name = null) => new(System, name);
}
