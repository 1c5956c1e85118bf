using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Makes actors under one parent, until each has answered once.</summary>
internal sealed class Spawn : IScenario
{
    internal const int Count = 100_000;

    public string Name => "spawn";

    public string Operation => "actor made, told something and answered by";

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var count = quick ? 1_000 : Count;
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        return await Sample.Of(count, () => parent.Ask<object>(new Parent.Make(Props.Create(() => new Idle()), count)));
    });
}
