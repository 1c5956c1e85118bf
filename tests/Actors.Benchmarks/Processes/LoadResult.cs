using System.Text.Json;

namespace Actors.Benchmarks.Processes;

/// <summary>What a load measured, as its last line says it.</summary>
internal sealed record LoadResult
{
    internal required int Joined { get; init; }

    internal required long Sent { get; init; }

    internal required long Expected { get; init; }

    internal required long Delivered { get; init; }

    internal required double DeliveriesPerSecond { get; init; }

    internal required double RoundTripsPerSecond { get; init; }

    internal required long Lost { get; init; }

    internal required double P50 { get; init; }

    internal required double P99 { get; init; }

    internal required double CpuPerDelivery { get; init; }

    internal required double Busy { get; init; }

    internal required double Waiting { get; init; }

    internal required long KernelDrops { get; init; }

    /// <summary>Of the whole load, from the first member's joining to the last one's leaving.</summary>
    internal required Totals Traffic { get; init; }

    internal static LoadResult Of(JsonElement load)
    {
        var (latency, server, client) = (load.GetProperty("latency_us"), load.GetProperty("server"), load.GetProperty("client"));
        return new LoadResult
        {
            Joined = load.GetProperty("joined").GetInt32(),
            Sent = load.GetProperty("sent").GetInt64(),
            Expected = load.GetProperty("expected").GetInt64(),
            Delivered = load.GetProperty("delivered").GetInt64(),
            DeliveriesPerSecond = load.GetProperty("deliveries_per_s").GetDouble(),
            RoundTripsPerSecond = load.GetProperty("round_trips_per_s").GetDouble(),
            Lost = load.GetProperty("lost").GetInt64(),
            P50 = latency.GetProperty("p50").GetDouble(),
            P99 = latency.GetProperty("p99").GetDouble(),
            CpuPerDelivery = server.GetProperty("cpu_us_per_delivery").GetDouble(),
            Busy = client.GetProperty("busy").GetDouble(),
            Waiting = client.GetProperty("waiting").GetDouble(),
            KernelDrops = client.GetProperty("kernel_drops").GetInt64(),
            Traffic = Totals.Of(load.GetProperty("traffic")),
        };
    }

    /// <summary>All datagrams, those that were not measured too.</summary>
    internal sealed record Totals(long Sent, long Messages, long Received, long KernelDropped)
    {
        internal static Totals Of(JsonElement traffic) => new(
            traffic.GetProperty("sent").GetInt64(),
            traffic.GetProperty("messages").GetInt64(),
            traffic.GetProperty("received").GetInt64(),
            traffic.GetProperty("kernel_drops").GetInt64());
    }
}
