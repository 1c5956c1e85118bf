using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Stops actors with their parent, until it is gone behind the last of them.</summary>
internal sealed class Stop : IScenario
{
    public string Name => "stop";

    public string Operation => "actor stopped with its parent";

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var count = quick ? 1_000 : Spawn.Count;
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        await parent.Ask<object>(new Parent.Make(Props.Create(() => new Idle()), count));
        return await Sample.Of(count, () => parent.GracefulStop(TimeSpan.FromMinutes(1)));
    });
}
