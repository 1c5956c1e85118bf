using System.Globalization;

namespace Actors.Benchmarks.Hub;

/// <summary>
/// The rounds of one column: medians; ratios to the batched loop, each of one round, as their median and, in brackets, the least and the
/// greatest.
/// </summary>
internal sealed class ResultTable(Column column, int rounds)
{
    private readonly Dictionary<Contender, List<Measurement>> _measured = [];

    internal void Add(Contender contender, Measurement measurement)
    {
        if (!_measured.TryGetValue(contender, out var all)) _measured.Add(contender, all = []);
        all.Add(measurement);
    }

    internal void Print()
    {
        var loads = _measured.Values.SelectMany(all => all).Select(one => one.Load).ToArray();
        var (busy, waiting) = (loads.Max(load => load.Busy), loads.Max(load => load.Waiting));
        Console.WriteLine(Text($"{column.Title} (medians of {rounds}; the load at most {busy:0%} busy, {waiting:0%} without a core)"));
        Console.WriteLine();
        Console.WriteLine(
            "| server | CPU per delivery, µs | ratio | deliveries/s | ratio | round trips/s | p50, µs | ratio | p99, µs | ratio "
            + "| lost | allocated per delivery |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (contender, all) in _measured)
        {
            Console.WriteLine("| " + string.Join(" | ", [
                contender.Name,
                Median(all, one => one.Load.CpuPerDelivery, "0.000"), Ratio(all, one => one.Load.CpuPerDelivery),
                Median(all, one => one.Load.DeliveriesPerSecond, "0"), Ratio(all, one => one.Load.DeliveriesPerSecond),
                Median(all, one => one.Load.RoundTripsPerSecond, "0"),
                Median(all, one => one.Load.P50, "0.0"), Ratio(all, one => one.Load.P50),
                Median(all, one => one.Load.P99, "0.0"), Ratio(all, one => one.Load.P99),
                Text($"{all.Sum(one => one.Load.Lost)}"), Allocated(all)]) + " |");
        }

        Console.WriteLine();
        foreach (var (contender, all) in _measured)
            if (all[^1] is { From: { } from, To: { } to })
                Console.WriteLine($"{contender.Name}, collections in the last round: from {from.Collections} to {to.Collections}");
        if (loads.Sum(load => load.KernelDrops) is var drops && drops > 0)
            Console.WriteLine(Text($"{drops} datagrams were dropped at the load's own sockets: not the servers' fault"));
        Console.WriteLine();
    }

    private string Ratio(List<Measurement> all, Func<Measurement, double> figure)
    {
        var ratios = all.Zip(_measured[Contender.Batched], (one, batched) => figure(one) / figure(batched)).ToArray();
        return Text($"{Sample.Median(ratios):0.00} ({ratios.Min():0.00}–{ratios.Max():0.00})");
    }

    private static string Median(List<Measurement> all, Func<Measurement, double> figure, string format) =>
        Sample.Median(all.Select(figure)).ToString(format, CultureInfo.InvariantCulture);

    private static string Allocated(List<Measurement> all)
    {
        var known = all.Select(one => one.BytesPerDelivery).OfType<double>().ToArray();
        return known.Length == 0 ? "" : Text($"{Sample.Median(known):0.0000} bytes");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
