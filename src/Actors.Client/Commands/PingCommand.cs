using System.CommandLine;
using System.Globalization;
using Actors.Client.Measuring;
using Actors.Client.Network;
using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Commands;

/// <summary>Measures round trips against anything that sends a datagram's text back.</summary>
internal sealed class PingCommand : PeerCommand
{
    private const int UsualCount = 10;
    private const int MostProbes = 99_999; // five digits in a probe

    private readonly Option<int?> _count = Parsing.Number("--count", $"Probes to send. [default: {UsualCount}]", 1, MostProbes);
    private readonly Option<int?> _size = Parsing.Number(
        "--size", "Bytes of a probe, filled up with dots; at least the 15 of its text.", 0, SocketFaults.LargestPayload);

    private readonly DurationOption _interval = new("--interval", "Between one probe and the next.", TimeSpan.FromMilliseconds(200));

    public PingCommand(ClientServices services, GlobalOptions globals)
        : base(
            "ping",
            "Measure round trips: min, median, p99, jitter (the mean difference between one and the next), and loss. An answer counts when "
            + "it holds the probe's text, in upper or lower case: any echo's, or a chat's Ack (whose members see the probes).",
            TimeSpan.FromSeconds(1),
            services,
            globals)
    {
        Options.Add(_count);
        Options.Add(_interval);
        Options.Add(_size);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        using var peer = await OpenAsync(parsed, session, stop).ConfigureAwait(false);
        var options = new PingOptions(
            parsed.GetValue(_count) ?? UsualCount, _interval.In(parsed), Timeout.In(parsed), parsed.GetValue(_size) ?? 0);
        var run = new PingRun(session, peer, options);
        await run.RunAsync(stop).ConfigureAwait(false);
        Report(session, peer, run.Statistics);
        return run.Statistics.Answered > 0 || stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Peer;
    }

    private static void Report(ClientSession session, UdpPeer peer, PingStatistics measured)
    {
        var json = JsonLine.Of("ping").With("peer", peer.Remote.ToString()).With("sent", measured.Sent).With("answered", measured.Answered)
            .With("lossPercent", measured.LossPercent).With("duplicates", measured.Duplicates).With("others", measured.Others)
            .With("minMs", measured.Least).With("medianMs", measured.Median).With("p99Ms", measured.P99).With("maxMs", measured.Most)
            .With("jitterMs", measured.Jitter);
        var table = new Table().RoundedBorder().AddColumns("sent", "answered", "loss", "min", "median", "p99", "max", "jitter").AddRow(
            Number(measured.Sent), Number(measured.Answered), Loss(measured),
            Show(measured.Least), Show(measured.Median), Show(measured.P99), Show(measured.Most), Show(measured.Jitter));
        session.Output.Show(table, Lines(measured), json);
        if (measured is { Answered: 0, Others: > 0 })
            session.Output.Note($"{measured.Others} answers that do not hold the probe's text: this service is no echo");
    }

    private static IEnumerable<string> Lines(PingStatistics measured)
    {
        yield return $"{measured.Sent} sent, {measured.Answered} answered, {Loss(measured)} lost, {measured.Duplicates} duplicates";
        if (measured.Answered > 0)
        {
            yield return $"round trip min {Show(measured.Least)}, median {Show(measured.Median)}, p99 {Show(measured.P99)}, "
                + $"max {Show(measured.Most)}, jitter {Show(measured.Jitter)}";
        }
    }

    private static string Loss(PingStatistics measured) => string.Create(CultureInfo.InvariantCulture, $"{measured.LossPercent:0.#} %");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Show(TimeSpan? span) => span is { } known ? Duration.Show(known) : "-";
}
