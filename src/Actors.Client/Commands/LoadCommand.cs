using System.CommandLine;
using System.Globalization;
using System.Net;
using Actors.Client.Load;
using Actors.Client.Load.Linux;
using Actors.Client.Network;

namespace Actors.Client.Commands;

/// <summary>Plays many members of a chat, and measures what they hear.</summary>
internal sealed class LoadCommand : ClientCommand
{
    private const int UsualMembers = 100;
    private const int UsualPayload = 64;
    private const int UsualWindow = 16;
    private const int MostWindow = 4_096;
    private const int MostRate = 1_000_000;

    /// <summary>Joins in a second, unless told otherwise: a fraction of what a hub takes.</summary>
    private const double UsualJoins = 20_000;

    // What a machine that is not this one hears without --yes.
    private const int PoliteMembers = 100;
    private const int PoliteRate = 100;

    private readonly Argument<PeerAddress> _peer = Parsing.Peer();
    private readonly Option<int?> _members = Parsing.Number(
        "--members", $"Members that take part. [default: {UsualMembers}]", 1, LoadOptions.MostMembers);

    private readonly Option<int?> _senders = Parsing.Number(
        "--senders", "Members that speak, in turns. [default: 1]", 1, LoadOptions.MostMembers);

    private readonly Option<int?> _payload = Parsing.Number(
        "--payload", $"Bytes of a line. [default: {UsualPayload}]", LoadLine.Bytes, LoadLine.MostBytes);

    private readonly Option<int?> _window = Parsing.Number(
        "--window",
        "Messages in flight, in total: from when one is said until all members have heard it, or 1 s has gone by, and 10 µs for each. "
        + $"[default: {UsualWindow}]",
        1,
        MostWindow);

    private readonly Option<int?> _rate = Parsing.Number("--rate", "Instead: messages a second, in total.", 1, MostRate);
    private readonly DurationOption _heartbeat = new("--heartbeat", "How often each member beats.", TimeSpan.FromSeconds(5));
    private readonly DurationOption _joinTime = new(
        "--join-time", "Over how long the members join; 50 µs for each unless told.", usual: null);

    private readonly DurationOption _warmup = new("--warmup", "For how long messages are said before it counts.", TimeSpan.FromSeconds(1));
    private readonly DurationOption _duration = new("--duration", "For how long it counts.", TimeSpan.FromSeconds(10));
    private readonly Option<int?> _messages = Parsing.Number("--messages", "How many count at most.", 1, int.MaxValue);
    private readonly Option<int?> _serverPid = Parsing.Number(
        "--server-pid", "The hub's process on this machine: its CPU time for each delivery and its memory are told too.", 1, int.MaxValue);

    private readonly Option<int?> _silentShare = Parsing.Number(
        "--silent-share", "Percent of the members that fall silent, and should be evicted.", 1, 99);

    private readonly DurationOption _silentAfter = new(
        "--silent-after", "How long after the counting began.", TimeSpan.FromSeconds(1));

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = $"Its operator agrees: more than {PoliteMembers} members, or more than --rate {PoliteRate}, for another machine.",
    };

    public LoadCommand(ClientServices services, GlobalOptions globals)
        : base(
            "load",
            "Play many members of a chat at once and measure: deliveries, what was lost, came twice or out of order, latency, and with "
            + "--server-pid the hub's costs. Towards 127.x.y.z on Linux they share a socket, with an address each; else each has its own.",
            services,
            globals)
    {
        Arguments.Add(_peer);
        Option[] options =
        [
            _members, _senders, _payload, _window, _rate, _heartbeat, _joinTime, _warmup, _duration, _messages, _serverPid, _silentShare,
            _silentAfter, _yes,
        ];
        foreach (var option in options) Options.Add(option);
        Validators.Add(result =>
        {
            if (result.GetValue(_window) is not null && result.GetValue(_rate) is not null)
                result.AddError("--window or --rate: one of them says when the next message goes out");
            if ((result.GetValue(_senders) ?? 1) > (result.GetValue(_members) ?? UsualMembers))
                result.AddError("more --senders than --members");
        });
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        var options = Read(parsed, await Resolver.FirstAsync(parsed.GetRequiredValue(_peer), stop).ConfigureAwait(false));
        if (!IsPolite(options) && !parsed.GetValue(_yes))
        {
            throw new ClientFault(
                ExitCode.Usage,
                $"{options.Target.Address} is not this machine: at most {PoliteMembers} members and --rate {PoliteRate}, "
                + "or --yes if its operator agrees");
        }

        using var server = options.ServerPid is { } pid ? ServerCosts.Of(pid) : null;
        using ILoadMembers members = LoopbackMembers.Can(options.Target) ? new LoopbackMembers(options) : new SocketMembers(options);
        var run = new LoadRun(options, members, server, session.Time, (ushort)session.Random.Next(ushort.MaxValue + 1), session.Tap);
        var output = new LoadOutput(session.Output, options);
        using var stopping = stop.Register(run.Stop);
        var report = await RunAsync(run, output, session.Time).ConfigureAwait(false);
        output.Tell(report);
        return report.Accounts.Delivered > 0 || stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Peer;
    }

    /// <summary>Runs it on a thread of its own, and tells each second how far it is.</summary>
    private static async Task<LoadReport> RunAsync(LoadRun run, LoadOutput output, TimeProvider time)
    {
        var done = Task.Factory.StartNew(run.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (true)
        {
            var tick = second.WaitForNextTickAsync().AsTask();
            if (await Task.WhenAny(done, tick).ConfigureAwait(false) == done) return await done.ConfigureAwait(false);
            output.Progress(run);
        }
    }

    private static bool IsPolite(LoadOptions options) =>
        IPAddress.IsLoopback(options.Target.Address) || options is { Members: <= PoliteMembers, Rate: > 0 and <= PoliteRate };

    private LoadOptions Read(ParseResult parsed, IPEndPoint target)
    {
        var members = parsed.GetValue(_members) ?? UsualMembers;
        var rate = parsed.GetValue(_rate) ?? 0;
        return new LoadOptions(
            target,
            members,
            parsed.GetValue(_senders) ?? 1,
            parsed.GetValue(_payload) ?? UsualPayload,
            rate > 0 ? 0 : parsed.GetValue(_window) ?? UsualWindow,
            rate,
            _heartbeat.In(parsed),
            _joinTime.In(parsed, otherwise: TimeSpan.FromSeconds(members / UsualJoins)),
            _warmup.In(parsed),
            _duration.In(parsed),
            parsed.GetValue(_messages) ?? long.MaxValue,
            parsed.GetValue(_serverPid),
            (parsed.GetValue(_silentShare) ?? 0) / 100.0,
            _silentAfter.In(parsed));
    }
}
