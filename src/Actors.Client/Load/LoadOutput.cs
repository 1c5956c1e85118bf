using System.Globalization;
using Actors.Client.Terminal;
using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Load;

/// <summary>What a load says: a line each second, and a table or an object at the end.</summary>
internal sealed class LoadOutput(Output output, LoadOptions options)
{
    private long _deliveredBefore;

    /// <summary>How far it is.</summary>
    public void Progress(LoadRun run)
    {
        var accounts = run.Accounts;
        var delivered = accounts.Delivered;
        var since = Math.Max(0, delivered - _deliveredBefore);
        _deliveredBefore = delivered;
        output.Note(
            Text($"{run.Phase}: {run.Joined} joined, {accounts.Sent} sent, {delivered} delivered, {since} in the last second"),
            JsonLine.Of("progress").With("phase", run.Phase).With("joined", run.Joined).With("sent", accounts.Sent)
                .With("delivered", delivered).With("delivered_last_second", since));
    }

    /// <summary>What was measured.</summary>
    public void Tell(LoadReport report)
    {
        var rows = Rows(report).ToList();
        var table = new Table().RoundedBorder().AddColumns("", "").HideHeaders();
        foreach (var (name, value) in rows) table.AddRow(Markup.Escape(name), Markup.Escape(value));
        output.Show(table, rows.Select(row => $"{row.Name,-18} {row.Value}"), Json(report));
        foreach (var remark in Remarks(report)) output.Note(remark);
    }

    private static JsonLine Json(LoadReport report)
    {
        var (options, accounts, client) = (report.Options, report.Accounts, report.Client);
        var json = JsonLine.Of("load").With("members", options.Members).With("senders", options.Senders).With("payload", options.Payload);
        json = options.Rate > 0 ? json.With("rate", options.Rate) : json.With("window", options.Window);
        return json.With("seconds", Round(report.Seconds)).With("joined", report.Joined).With("sent", accounts.Sent)
            .With("expected", accounts.Expected).With("delivered", accounts.Delivered)
            .With("deliveries_per_s", Round(report.DeliveriesPerSecond)).With("lost", report.Lost).With("duplicates", accounts.Duplicates)
            .With("out_of_order", accounts.OutOfOrder).With("too_late", accounts.TooLate).With("others", report.Others)
            .With("latency_us", JsonLine.Part().With("p50", Microseconds(accounts, 0.5)).With("p99", Microseconds(accounts, 0.99))
                .With("p999", Microseconds(accounts, 0.999)).With("max", Microseconds(accounts, 1)))
            .With("round_trips_per_s", Round(report.RoundTripsPerSecond))
            .With("silent", options.SilentShare > 0
                ? JsonLine.Part().With("members", options.Members - options.Loyal).With("longest_s", Round(accounts.LongestSilence / 1e9))
                : null)
            .With("server", report.Server is { } server
                ? JsonLine.Part().With("cpu_us_per_delivery", CpuPerDelivery(report)).With("cpu_s", Round(server.CpuNanoseconds / 1e9))
                    .With("rss_bytes", server.ResidentBytes)
                : null)
            .With("client", JsonLine.Part().With("busy", Round(client.Busy)).With("waiting", Round(client.Waiting))
                .With("near_its_limit", client.IsNearItsLimit).With("kernel_drops", client.KernelDropped)
                .With("refused", client.Refused).With("strangers", client.Strangers))
            .With("traffic", JsonLine.Part().With("sent", report.Traffic.Sent).With("messages", report.Traffic.Messages)
                .With("received", report.Traffic.Received).With("kernel_drops", report.Traffic.KernelDropped));
    }

    private static IEnumerable<(string Name, string Value)> Rows(LoadReport report)
    {
        var (options, accounts, client) = (report.Options, report.Accounts, report.Client);
        var manner = options.Rate > 0 ? Text($"{options.Rate} a second") : Text($"{options.Window} in flight");
        yield return ("members", Text($"{options.Members}, {options.Senders} speaking, {report.Joined} heard something"));
        yield return ("", client.Members);
        yield return ("messages", Text($"{accounts.Sent} of {options.Payload} bytes, {manner}, in {report.Seconds:0.00} s"));
        yield return ("deliveries", Text($"{accounts.Delivered} of {accounts.Expected}, {report.DeliveriesPerSecond:0} a second"));
        yield return ("lost", Text($"{report.Lost}"));
        yield return ("duplicates", Text($"{accounts.Duplicates}"));
        yield return ("out of order", Text($"{accounts.OutOfOrder}"));
        yield return ("latency", Text(
            $"p50 {Latency(accounts, 0.5)}, p99 {Latency(accounts, 0.99)}, p99.9 {Latency(accounts, 0.999)}, max {Latency(accounts, 1)}"));
        yield return ("round trips", Text($"{report.RoundTripsPerSecond:0} a second (messages that all heard)"));
        if (options.SilentShare > 0)
        {
            yield return ("fallen silent", Text(
                $"{options.Members - options.Loyal}; heard something up to {accounts.LongestSilence / 1e9:0.00} s after their last sign"));
        }

        if (report.Server is { } server)
        {
            yield return ("server", Text(
                $"{CpuPerDelivery(report)} µs of CPU for each delivery, {server.ResidentBytes / 1048576.0:0.0} MiB resident"));
        }

        yield return ("this load", Text(
            $"busy {client.Busy:0%}, waiting for a core {client.Waiting:0%}, {client.KernelDropped} dropped at its own sockets"));
    }

    private IEnumerable<string> Remarks(LoadReport report)
    {
        var (accounts, client) = (report.Accounts, report.Client);
        if (client.IsNearItsLimit) yield return "this load is near its own limit: the hub may be better than these figures";
        if (client.Concern is { } concern) yield return concern;
        if (client.Refused > 0) yield return Text($"{client.Refused} datagrams were refused by this machine");
        if (report.Joined < options.Members)
            yield return Text($"{options.Members - report.Joined} members never heard anything: is the room large enough?");
        if (accounts.TooLate > 0)
            yield return Text($"{accounts.TooLate} deliveries came too late to be told from duplicates: they count as lost");
        if (report.Others > 0) yield return Text($"{report.Others} other datagrams; the first of all: {report.FirstOther}");
        if (client.Strangers > 0) yield return Text($"{client.Strangers} datagrams came from elsewhere than {options.Target}");
    }

    private static double CpuPerDelivery(LoadReport report) =>
        Round(report.Server!.CpuNanoseconds / 1000.0 / Math.Max(1, report.Accounts.Delivered));

    private static string Latency(LoadAccounts accounts, double share)
    {
        var microseconds = Microseconds(accounts, share);
        return microseconds < 1_000 ? Text($"{microseconds:0.0} µs") : Duration.Show(TimeSpan.FromMicroseconds(microseconds));
    }

    private static double Microseconds(LoadAccounts accounts, double share) =>
        Round(accounts.Latency.Percentile(share) / 1e3);

    private static double Round(double value) => Math.Round(value, 3);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
