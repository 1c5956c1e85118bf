using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>What an idle actor keeps of memory: the column of bytes. The others are those of making it.</summary>
internal sealed class Footprint(string name, string operation, Func<Props> idle) : IScenario
{
    public string Name => name;

    public string Operation => operation;

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var count = quick ? 1_000 : Spawn.Count;
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        await parent.Ask<object>(new Parent.Make(idle(), 1));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sample = await Sample.Of(count, () => parent.Ask<object>(new Parent.Make(idle(), count)));
        return sample with { Allocated = GC.GetTotalMemory(forceFullCollection: true) - before };
    });
}
