using Actors.Benchmarks.Engine;

// Usage: dotnet run -c Release --project tests/Actors.Benchmarks -- engine [SCENARIO…] [--rounds N] [--quick]
// One table on standard output. --quick runs every scenario for a moment, to show that it runs: its figures mean nothing.
var quick = args.Contains("--quick");
var at = Array.IndexOf(args, "--rounds");
var rounds = quick ? 1 : at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], out var given) && given > 0 ? given : 7;
var names = args.Where((a, i) => i > 0 && !a.StartsWith("--", StringComparison.Ordinal) && (at < 0 || i != at + 1)).ToArray();
switch (args.FirstOrDefault())
{
    case "engine":
        return await EngineBenchmarks.Run(names, rounds, quick);
    default:
        Console.Error.WriteLine($"usage: Actors.Benchmarks engine [{string.Join('|', EngineBenchmarks.Names)}]… [--rounds N] [--quick]");
        return 2;
}
