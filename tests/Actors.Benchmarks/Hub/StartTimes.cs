using System.Globalization;
using Actors.Benchmarks.Processes;

namespace Actors.Benchmarks.Hub;

/// <summary>From the start of the process to the ready line: the hub against an empty ASP.NET host, in turns.</summary>
internal static class StartTimes
{
    internal static int Run(int rounds)
    {
        var (hubs, hosts) = (new double[rounds], new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            hubs[round] = Of(Contender.Hub.Start);
            hosts[round] = Of(() => Contender.Serve("empty-host"));
        }

        var ratios = hubs.Zip(hosts, (hub, host) => hub / host).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            start to ready, medians of {rounds}: the hub {Sample.Median(hubs):0} ms, an empty ASP.NET host {Sample.Median(hosts):0} ms
            ratio {Sample.Median(ratios):0.00} ({ratios.Min():0.00}–{ratios.Max():0.00})
            """));
        return 0;
    }

    private static double Of(Func<RunningServer> start)
    {
        using var server = start();
        return server.StartToReady.TotalMilliseconds;
    }
}
