using Actors.Benchmarks.Engine;
using Actors.Benchmarks.Hub;
using Actors.Benchmarks.Nodes;
using Actors.Benchmarks.Soak;
using Actors.Benchmarks.Yardsticks;

// Usage, after dotnet run -c Release --project tests/Actors.Benchmarks --:
//   engine [SCENARIO…] [--rounds N] [--quick]    the actor engine
//   hub [COLUMN…|start] [--rounds N] [--quick]   the hub against servers without actors; how fast it starts
//   soak                                         a million datagrams through a hub: every one is accounted for
//   nodes [--rounds N] [--quick]                 a room on one, two and three nodes: latency across them, cost of a message
//   serve plain|batched|empty-host [--port N]    one of those servers
// Tables on standard output. --quick runs everything for a moment, to show that it runs: its figures mean nothing.
var quick = args.Contains("--quick");
var at = Array.IndexOf(args, "--rounds");
var given = at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], out var number) && number > 0 ? number : (int?)null;
var names = args.Where((a, i) => i > 0 && !a.StartsWith("--", StringComparison.Ordinal) && (at < 0 || i != at + 1)).ToArray();
try
{
    switch (args.FirstOrDefault())
    {
        case "engine":
            return await EngineBenchmarks.Run(names, quick ? 1 : given ?? 7, quick);
        case "hub" when names is ["start"]:
            return StartTimes.Run(quick ? 1 : given ?? 11);
        case "hub":
            return HubBenchmarks.Run(names, quick ? 1 : given ?? 5, quick);
        case "soak":
            return await SoakRun.Run();
        case "nodes":
            return await NodeBenchmarks.RunAsync(quick ? 1 : given ?? 5, quick);
        case "serve":
            return await Yardstick.Serve(args);
        default:
            Console.Error.WriteLine($"usage: Actors.Benchmarks engine [{string.Join('|', EngineBenchmarks.Names)}]… [--rounds N] [--quick]");
            var columns = string.Join('|', Column.All.Select(column => column.Name));
            Console.Error.WriteLine($"       Actors.Benchmarks hub [{columns}]… [--rounds N] [--quick], hub start [--rounds N]");
            Console.Error.WriteLine("       Actors.Benchmarks soak");
            Console.Error.WriteLine("       Actors.Benchmarks nodes [--rounds N] [--quick]");
            Console.Error.WriteLine($"       Actors.Benchmarks {Yardstick.Usage}");
            return 2;
    }
}
catch (InvalidOperationException fault)
{
    // A program that was started has ended, or has not done what it is for.
    Console.Error.WriteLine(fault.Message);
    return 1;
}
