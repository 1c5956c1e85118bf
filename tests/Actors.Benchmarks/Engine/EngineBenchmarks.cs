using System.Globalization;
using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>
/// The engine against itself (on the other engine, by the build's switch) and against two loops that any .NET program could use instead.
/// Rounds alternate between the scenarios, so that what the machine does meanwhile befalls all of them; the table shows medians.
/// </summary>
internal static class EngineBenchmarks
{
    private static readonly IScenario[] All =
    [
        new ChannelLoop(),
        new QueueOnThreadPool(),
        new Tell(),
        new Windowed("tell-window", "message to one actor, 64 in flight", () => Props.Create(() => new Counter())),
        new Windowed("rearm", "the same, and its receive timeout begins anew", () => Props.Create(() => new Counter.WithReceiveTimeout())),
        new PingPong(pairs: 1),
        new PingPong(pairs: 1_000),
        new Chain("io-pool", "datagram: I/O thread, socket, client, room", "Dispatcher"),
        new Chain("io-inline", "the same, run to completion", "Actors.Engine.Dispatch.RunToCompletionDispatcherConfigurator, Actors.Engine"),
        new Spawn(),
        new Stop(),
        new Footprint("bytes-untyped", "idle UntypedActor with a receive timeout", () => Props.Create(() => new Idle.WithReceiveTimeout())),
        new Footprint("bytes-receive", "idle ReceiveActor with one handler", () => Props.Create(() => new IdleReceiver())),
    ];

    internal static IEnumerable<string> Names => All.Select(s => s.Name);

    internal static async Task<int> Run(IReadOnlyCollection<string> names, int rounds, bool quick)
    {
        var unknown = names.Except(Names).ToArray();
        if (unknown.Length > 0)
        {
            Console.Error.WriteLine($"no scenario {string.Join(", ", unknown)}; there are {string.Join(", ", Names)}");
            return 2;
        }

        var chosen = All.Where(s => names.Count == 0 || names.Contains(s.Name)).ToArray();
        var samples = chosen.ToDictionary(s => s, _ => new List<Sample>());
        // The first round is for the compiler.
        for (var round = quick ? 1 : 0; round <= rounds; round++)
        {
            foreach (var scenario in chosen)
            {
                var sample = await scenario.Round(quick || round == 0);
                if (round > 0) samples[scenario].Add(sample);
            }
        }

        Print(chosen, samples, rounds);
        return 0;
    }

    private static void Print(IScenario[] scenarios, Dictionary<IScenario, List<Sample>> samples, int rounds)
    {
        var engine = typeof(ActorSystem).Assembly.GetName();
        Console.WriteLine($"{engine.Name} {engine.Version}, .NET {Environment.Version}, {Environment.ProcessorCount} cores, medians of {rounds}");
        Console.WriteLine();
        Console.WriteLine("| scenario      | operation                                     |     M/s | wall ns |  CPU ns |   bytes | min…max M/s     |");
        Console.WriteLine("|---------------|-----------------------------------------------|--------:|--------:|--------:|--------:|-----------------|");
        foreach (var scenario in scenarios)
        {
            var all = samples[scenario];
            var rates = all.Select(s => s.PerSecond / 1e6).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {scenario.Name,-13} | {scenario.Operation,-45} | {Sample.Median(rates),7:F3} | {Of(s => s.WallNanoseconds),7:F1} | {Of(s => s.CpuNanoseconds),7:F1} | {Of(s => s.BytesAllocated),7:F2} | {rates.Min(),7:F3}…{rates.Max(),-7:F3} |"));

            double Of(Func<Sample, double> figure) => Sample.Median(all.Select(figure));
        }
    }
}
