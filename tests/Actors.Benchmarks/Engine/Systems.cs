using Akka.Actor;
using Akka.Configuration;

namespace Actors.Benchmarks.Engine;

/// <summary>The system of one round.</summary>
internal static class Systems
{
    /// <summary>A system that logs nothing, for as long as <paramref name="round"/> takes.</summary>
    internal static Task<Sample> With(Func<ActorSystem, Task<Sample>> round) => With("", round);

    /// <summary>The same with more configuration.</summary>
    internal static async Task<Sample> With(string hocon, Func<ActorSystem, Task<Sample>> round)
    {
        using var system = ActorSystem.Create(
            "bench", ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }\n" + hocon));
        var sample = await round(system);
        await system.Terminate();
        return sample;
    }
}
