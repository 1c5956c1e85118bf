using System.Diagnostics;
using System.Globalization;
using Actors.Backplane.RabbitMq;
using Actors.MultiNode.Soak;
using Actors.Server.Configuration;
using Actors.Server.Demo;
using Actors.Server.Demo.Processes;

namespace Actors.Benchmarks.Nodes;

/// <summary>
/// What a message costs, and how long it takes, in a room on one, two and three nodes around a private broker: each node has 10 members,
/// one on the first node speaks. The latency across nodes stands beside that on the speaker's node, in the same run.
/// </summary>
internal static class NodeBenchmarks
{
    private const int MembersPerNode = 10;
    private const int MessagesPerSecond = 400;
    private const string Room = "room";

    /// <summary>Runs it; rounds alternate between the numbers of nodes, and each figure is the median of the rounds'.</summary>
    public static async Task<int> RunAsync(int rounds, bool quick)
    {
        if (PrivateBroker.WhyNot is { } why)
        {
            Console.Error.WriteLine($"{why}: {PrivateBroker.HowToInstall}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("actors-nodes-").FullName;
        using var guard = new ProcessGuard(folder);
        using (var broker = new PrivateBroker(Path.Combine(folder, "broker"), guard))
        {
            await broker.StartAsync(CancellationToken.None);
            var time = TimeSpan.FromSeconds(quick ? 0.5 : 5);
            var results = new Dictionary<(int Nodes, bool Shared), List<Figures>>();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var setup in new[] { (1, false), (1, true), (2, true), (3, true) })
                {
                    if (!results.TryGetValue(setup, out var figures)) results[setup] = figures = [];
                    figures.Add(await RoundAsync(setup.Item1, setup.Item2, broker, guard, time));
                }
            }

            Print(results);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<Figures> RoundAsync(int count, bool shared, PrivateBroker broker, ProcessGuard guard, TimeSpan time)
    {
        var nodes = new List<ProcessNode>();
        var members = new List<SoakMember>();
        try
        {
            var (tally, latencies) = (new SoakTally(), new Latencies());
            for (var n = 1; n <= count; n++) nodes.Add(await StartAsync($"n{n}", shared, broker, guard));
            foreach (var node in nodes)
                members.AddRange(Enumerable.Range(0, MembersPerNode).Select(_ => new SoakMember(Room, node, tally, latencies)));
            var met = await SoakClock.UntilAsync(
                () =>
                {
                    if (members.TrueForAll(one => members.TrueForAll(one.HasMet))) return true;
                    members.ForEach(member => member.Calls());
                    return false;
                },
                TimeSpan.FromSeconds(30));
            if (!met) throw new InvalidOperationException("the members do not hear one another");

            // What is compiled at first use is not what a message costs.
            await TalkAsync(members, time / 2);
            latencies.Clear();
            var before = Cpu(nodes, broker);
            var said = await TalkAsync(members, time);
            await SoakClock.UntilAsync(() => tally.Missing() == 0, TimeSpan.FromSeconds(5));
            var spent = Cpu(nodes, broker).Zip(before, (after, start) => (after - start).TotalMicroseconds / said).ToList();
            return new Figures(
                latencies.Quantile(0.5, isLocal: true),
                latencies.Quantile(0.99, isLocal: true),
                latencies.Quantile(0.5, isLocal: false),
                latencies.Quantile(0.99, isLocal: false),
                spent[0],
                count > 1 ? spent.Skip(1).Take(count - 1).Average() : double.NaN,
                shared ? spent[^1] : double.NaN,
                tally.Missing());
        }
        finally
        {
            foreach (var member in members) member.Dispose();
            foreach (var node in nodes) node.Dispose();
        }
    }

    private static async Task<int> TalkAsync(List<SoakMember> members, TimeSpan time)
    {
        var said = 0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; await SoakClock.PassAsync(TimeSpan.FromMilliseconds(5)))
        {
            for (var due = (int)(watch.Elapsed.TotalSeconds * MessagesPerSecond); said < due; said++)
                members[said % MembersPerNode].Says(members);
        }

        return said;
    }

    /// <summary>Of each node, and last of the broker.</summary>
    private static List<TimeSpan> Cpu(List<ProcessNode> nodes, PrivateBroker broker) =>
        [.. nodes.Select(node => node.Process.Id).Append(broker.Id).Select(id => Process.GetProcessById(id).TotalProcessorTime)];

    private static Task<ProcessNode> StartAsync(string name, bool isShared, PrivateBroker broker, ProcessGuard guard) =>
        ProcessNode.StartAsync(
            name,
            guard,
            [
                "--config", "/dev/null", "--set", "hub.listeners.chat.port=0", "--set", $"hub.listeners.chat.room={Room}",
                "--set", $"hub.node={name}", "--set", $"hub.backplane={(isShared ? "rabbitmq" : "none")}",
                "--set", $"{HubKeys.RabbitMqUri.Pattern}={broker.Uri}",
            ],
            new Dictionary<string, string>
            {
                [RabbitMqCredentials.UserVariable] = broker.Credentials.User,
                [RabbitMqCredentials.PasswordVariable] = broker.Credentials.Password,
            },
            CancellationToken.None);

    private static void Print(Dictionary<(int Nodes, bool Shared), List<Figures>> results)
    {
        Console.WriteLine($"{MembersPerNode} members on each node, {MessagesPerSecond} messages a second said on the first; " +
            "ms, and CPU in µs per message");
        Console.WriteLine($"{"nodes",-22} {"local p50",9} {"p99",7} {"across p50",10} {"p99",7} {"added p50",9} " +
            $"{"CPU first",9} {"others",7} {"broker",7} {"lost",5}");
        foreach (var ((nodes, shared), figures) in results)
        {
            var (local, across) = (Median(figures, one => one.LocalMedian), Median(figures, one => one.AcrossMedian));
            var first = $"{nodes}{(shared ? "" : ", without a backplane")}";
            Console.WriteLine($"{first,-22} {Text(local),9} {Text(Median(figures, one => one.Local99)),7} " +
                (nodes > 1
                    ? $"{Text(across),10} {Text(Median(figures, one => one.Across99)),7} {Text(across - local),9} "
                    : $"{"",10} {"",7} {"",9} ") +
                $"{Text(Median(figures, one => one.CpuFirst)),9} {Text(Median(figures, one => one.CpuOthers)),7} " +
                $"{Text(Median(figures, one => one.CpuBroker)),7} {figures.Sum(one => one.Lost),5}");
        }
    }

    private static double Median(List<Figures> figures, Func<Figures, double> of) =>
        figures.Select(of).Order().ElementAt(figures.Count / 2);

    private static string Text(double value) =>
        double.IsNaN(value) ? "" : value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private sealed record Figures(
        double LocalMedian,
        double Local99,
        double AcrossMedian,
        double Across99,
        double CpuFirst,
        double CpuOthers,
        double CpuBroker,
        int Lost);
}
