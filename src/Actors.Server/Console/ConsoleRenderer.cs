using System.Globalization;
using System.Text;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Server.Configuration;

namespace Actors.Server.Console;

/// <summary>
/// Writes what the operator asked for. Endpoints are numbers, names are the operator's own: nothing that a peer wrote is
/// shown here (that is the <see cref="DeskPrinter"/>'s).
/// </summary>
internal sealed class ConsoleRenderer(TextWriter output)
{
    /// <summary>Members that <c>clients</c> shows; <c>clients all</c> shows every one. A few screens.</summary>
    public const int ClientsShown = 200;

    public void Write(ClientsReport report, bool all)
    {
        var shown = all ? report.Clients.Count : Math.Min(report.Clients.Count, ClientsShown);
        var node = Nodes(report.Clients.Any(client => client.Node is not null));
        var table = new TextTable([.. node("NODE"), "ENDPOINT", "LISTENER", "ROOM", "SILENT"]);
        foreach (var client in report.Clients.Take(shown))
            table.Add([.. node($"{client.Node}"), client.Endpoint.ToString(), client.Listener, client.Room.Value, Seconds(client.Silent)]);
        if (shown > 0)
            table.WriteTo(output);

        var rest = report.Clients.Count - shown;
        output.WriteLine(Counted(report.Clients.Count, "member") + (rest > 0 ? $", {rest} not shown; clients all shows every one" : ""));
    }

    public void Write(RoomsReport report)
    {
        var node = Nodes(report.Rooms.Any(room => room.Node is not null));
        var table = new TextTable([.. node("NODE"), "ROOM", "LISTENER", "SERVICE", "MEMBERS", "QUARANTINED"]);
        foreach (var room in report.Rooms)
        {
            var quarantined = room.Service.Length > 0 ? Text(room.Quarantined) : "";
            table.Add([.. node($"{room.Node}"), room.Room.Value, room.Listener, room.Service, Text(room.Members), quarantined]);
        }

        table.WriteTo(output);
    }

    public void Write(QuarantineReport report)
    {
        var table = new TextTable("ENDPOINT", "LISTENER", "REMAINING");
        foreach (var endpoint in report.Endpoints)
            table.Add(endpoint.Endpoint.ToString(), endpoint.Listener, Seconds(endpoint.Remaining));
        if (report.Endpoints.Count > 0)
            table.WriteTo(output);
        output.WriteLine(Counted(report.Endpoints.Count, "endpoint") + " in quarantine");
    }

    public void Write(Pardoned pardoned) =>
        output.WriteLine(pardoned.WasQuarantined ? $"{pardoned.Endpoint} is pardoned" : $"{pardoned.Endpoint} was not in quarantine");

    /// <summary>A line per figure, <c>name value</c>, so that a script can read it too; of the reasons only those that occurred.</summary>
    public void Write(StatsReport report)
    {
        Figure("uptime", Seconds(report.Uptime));
        Figure("received", Text(report.Received));
        Figure("sent", Text(report.Sent));
        Figure("joined", Text(report.Joined));
        Figure("evicted", Text(report.Evicted));
        Figure("eviction latest", $"{Text((long)report.LatestEviction.TotalMilliseconds)} ms after the interval");
        foreach (var (reason, members) in report.Left.Where(l => l.Members > 0))
            Figure($"left {Words(reason.ToString())}", Text(members));
        Figure("restarted", Text(report.Restarted));
        Figure("dropped", Text(report.Dropped.Sum(d => d.Datagrams)));
        foreach (var (reason, datagrams) in report.Dropped.Where(d => d.Datagrams > 0))
            Figure($"dropped {Words(reason.ToString())}", Text(datagrams));
        Figure("dropped by the kernel", report.KernelDropped is { } dropped ? Text(dropped) : "unknown");
        Figure("waiting to be sent", Text(report.Waiting));
        Figure("batches free", Text(report.BatchesFree));
        if (report.Captured is var (written, missing))
        {
            Figure("captured", Text(written));
            Figure("capture dropped", Text(missing));
        }

        Write(report.Backplane);
        Figure("allocated bytes", Text(report.AllocatedBytes));
        Figure("heap bytes", Text(report.HeapBytes));
        Figure("paused to collect", $"{Text((long)report.Paused.TotalMilliseconds)} ms");
        Figure("collections", string.Join(" ", report.Collections.Select((count, generation) => $"gen{generation}:{Text(count)}")));
    }

    /// <summary>Nothing for a hub on its own. A lag is the last one, and the worst.</summary>
    private void Write(BackplaneCounters backplane)
    {
        if (backplane.Node is null)
            return;
        Figure("node", backplane.Node);
        Figure("backplane", OneLine.Of(backplane.Link));
        Figure("backplane published", Text(backplane.Published));
        Figure("backplane confirmed", Text(backplane.Confirmed));
        Figure("backplane confirm lag", Lag(backplane.ConfirmLag));
        Figure("backplane waiting", Text(backplane.Waiting));
        Figure("backplane unconfirmed", Text(backplane.Unconfirmed));
        Figure("backplane reconnects", Text(backplane.Reconnects));
        Figure("backplane overlooked", Text(backplane.Overlooked));
        foreach (var peer in backplane.Peers)
        {
            Figure($"from {peer.Node}", peer.IsAlive ? "alive" : "lost");
            Figure($"from {peer.Node} members", Text(peer.Members));
            Figure($"from {peer.Node} consumed", Text(peer.Consumed));
            Figure($"from {peer.Node} duplicates", Text(peer.Duplicates));
            Figure($"from {peer.Node} lag", Lag(peer.Lag));
            foreach (var reason in LeaveReasons.All.Where(reason => peer.Left(reason) > 0))
                Figure($"from {peer.Node} left {Words(reason.ToString())}", Text(peer.Left(reason)));
        }
    }

    public void Write(WaitingReport report)
    {
        var table = new TextTable("ENDPOINT", "NAME", "DESK", "WAITING", "MESSAGES");
        foreach (var one in report.People.Take(ClientsShown))
            table.Add(one.Endpoint.ToString(), one.Name ?? "", one.Listener, Seconds(one.Waiting), Text(one.Messages));
        if (report.People.Count > 0)
            table.WriteTo(output);

        var rest = report.People.Count - ClientsShown;
        output.WriteLine($"{Counted(report.People.Count, "person", "people")} waiting{(rest > 0 ? $", {rest} not shown" : "")}");
    }

    /// <summary>An answer with its addressee, or why it could not be given.</summary>
    public void Write(DeskReply reply, string text, string otherwise) => output.WriteLine(OneLine.Of(reply.Outcome switch
    {
        DeskOutcome.Sent => $"to {Who(reply.Endpoint, reply.Name)}: {text}",
        DeskOutcome.TooLong => $"not sent to {Who(reply.Endpoint, reply.Name)}: a reply has at most {DeskQueries.MaxReplyBytes} bytes",
        _ => otherwise,
    }));

    public void Write(DeskNamed named) => output.WriteLine(OneLine.Of(
        named.Done ? $"{named.Endpoint} is {named.Name}" : $"{named.Endpoint} is not named {named.Name}: too many have a name"));

    public void Write(DeskAway away) => output.WriteLine(OneLine.Of(
        away.Text.Length > 0 ? $"away: each person is told once: {away.Text}" : "not away: nobody is told anything"));

    public void WriteHelp()
    {
        var width = ConsoleCommands.All.Max(c => c.Usage.Length);
        foreach (var (usage, does) in ConsoleCommands.All.Concat(ConsoleCommands.Replies))
            output.WriteLine($"{usage.PadRight(width)}  {does}");
    }

    // Wide enough for the longest name, "dropped send-invalid-destination".
    private void Figure(string name, string value) => output.WriteLine($"{name,-33} {value}");

    /// <summary>A first column for the node, where there is more than one.</summary>
    private static Func<string, string[]> Nodes(bool several) => node => several ? [node] : [];

    private static string Lag(Lag lag) =>
        string.Create(CultureInfo.InvariantCulture, $"{lag.Last.TotalMilliseconds:0.0} ms, worst {lag.Worst.TotalMilliseconds:0.0} ms");

    private static string Who(EndpointKey endpoint, string? name) => name is null ? $"{endpoint}" : $"{name} ({endpoint})";

    private static string Counted(int count, string noun) => Counted(count, noun, noun + "s");

    private static string Counted(int count, string one, string many) => $"{Text(count)} {(count == 1 ? one : many)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalSeconds):0.0} s");

    /// <summary>TooLong as too-long.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append('-');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
