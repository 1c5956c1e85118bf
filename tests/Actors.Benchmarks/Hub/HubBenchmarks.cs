using Actors.Benchmarks.Processes;

namespace Actors.Benchmarks.Hub;

/// <summary>
/// The hub against servers without actors, each a process of its own on one core, under the same load from another core. Rounds alternate
/// between them, so that what the machine does meanwhile befalls all; a ratio compares two of the same round.
/// </summary>
internal static class HubBenchmarks
{
    private const string Measured = " --warmup 1s --duration 4s";
    private const string Compiled = " --warmup 100ms --duration 2s"; // until the compiler has done what it will
    private const string ForAMoment = " --warmup 50ms --duration 150ms";

    internal static int Run(IReadOnlyCollection<string> names, int rounds, bool quick)
    {
        var unknown = names.Except(Column.All.Select(column => column.Name)).ToArray();
        if (unknown.Length > 0)
        {
            var known = string.Join(", ", Column.All.Select(column => column.Name));
            Console.Error.WriteLine($"no column {string.Join(", ", unknown)}; there are {known}; or start, alone");
            return 2;
        }

        if (!Built.Has("python3")) Console.WriteLine("python3 is not here: without the Python server");
        if (!Pinned.Works) Console.WriteLine("no taskset, or one core: servers and loads share the cores");
        var servers = new List<(Contender Contender, RunningServer Server)>();
        try
        {
            foreach (var contender in Contender.All) servers.Add((contender, contender.Start()));
            foreach (var column in Column.All.Where(column => names.Count == 0 || names.Contains(column.Name)))
            {
                if (!quick) foreach (var (_, server) in servers) LoadClient.Run(server, column.Arguments + Compiled);
                var table = new ResultTable(column, rounds);
                for (var round = 0; round < rounds; round++)
                    foreach (var (contender, server) in servers)
                        table.Add(contender, Measure(contender, server, column.Arguments + (quick ? ForAMoment : Measured)));
                table.Print();
            }
        }
        finally
        {
            foreach (var (_, server) in servers) server.Dispose();
        }

        return 0;
    }

    /// <summary>
    /// One load; of the hub also what it allocated and collected between the first and the third second that count, for each datagram sent.
    /// </summary>
    private static Measurement Measure(Contender contender, RunningServer server, string arguments)
    {
        var seconds = 0;
        HubStats? from = null, to = null;
        var result = LoadClient.Run(server, arguments, phase =>
        {
            if (contender != Contender.Hub || phase != "measuring") return;
            seconds++;
            if (seconds == 1) from = server.Stats();
            if (seconds == 3) to = server.Stats();
        });
        return new Measurement(result, from, to);
    }
}
