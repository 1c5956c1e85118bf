using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Hub;
using Actors.Benchmarks.Processes;

namespace Actors.Benchmarks.Soak;

/// <summary>
/// A million datagrams through a real hub, and then more than it takes: whatever is lost, somebody has counted. Within a minute, done or
/// not.
/// </summary>
internal static class SoakRun
{
    private const long Million = 1_000_000;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CountedWithin = TimeSpan.FromSeconds(5);

    internal static async Task<int> Run()
    {
        var clock = Stopwatch.StartNew();
        var faults = new List<string>();
        using var hub = Contender.Hub.Start();
        try
        {
            await Task.Run(() => Soak(hub, faults)).WaitAsync(Bound - clock.Elapsed);
        }
        catch (TimeoutException)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"not done within {Bound.TotalSeconds} s"));
        }

        foreach (var fault in faults) Console.Error.WriteLine($"soak: {fault}");
        if (faults.Count > 0) return 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"soak: the counts add up ({clock.Elapsed.TotalSeconds:0.0} s)"));
        return 0;
    }

    private static async Task Soak(RunningServer hub, List<string> faults)
    {
        var delivered = await Soak(hub, "calm", members: 100, "--senders 10 --window 16 --messages 10000 --duration 30s", faults);
        if (delivered < Million)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"calm: {delivered} were delivered in 30 s, and not a million"));
        await Soak(hub, "flood", members: 5, "--senders 5 --rate 1000000 --messages 200000 --duration 8s", faults);
    }

    private static async Task<long> Soak(RunningServer hub, string name, int members, string arguments, List<string> faults)
    {
        var before = hub.Stats();
        var load = LoadClient.Run(hub, string.Create(CultureInfo.InvariantCulture, $"--members {members} --warmup 10ms {arguments}"));
        var counts = new SoakCounts(members, load.Traffic, before, hub.Stats());
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var (waited, settled) = (Stopwatch.StartNew(), false); !settled && waited.Elapsed < CountedWithin;)
        {
            // The last words may still wait in the hub: it has counted all when it counts no more.
            await glances.WaitForNextTickAsync();
            var next = new SoakCounts(members, load.Traffic, before, hub.Stats());
            settled = next.AllIn && next.Due == counts.Due;
            counts = next;
        }

        Console.WriteLine($"soak, {name}: {counts}");
        faults.AddRange(counts.Faults().Select(fault => $"{name}: {fault}"));
        return load.Traffic.Received;
    }
}
