using System.Globalization;
using System.Net;
using System.Text.Json;
using Actors.Client.Tests.Fixtures;
using Actors.Datagrams.Capture;

namespace Actors.Client.Tests.Commands;

public sealed class LoadCommandTests
{
    private const string ForAMoment = "--warmup 10ms --duration 10s --messages 100";

    [Fact]
    public async Task All_that_is_said_is_heard_by_all()
    {
        using var hub = new FakeHub();
        var load = await Measured(hub.Address, $"--members 20 --senders 4 --window 8 --payload 100 {ForAMoment}");

        Assert.Equal((20, 100, 2_000, 2_000), (Of(load, "joined"), Of(load, "sent"), Of(load, "expected"), Of(load, "delivered")));
        Assert.Equal((0, 0, 0, 0), (Of(load, "lost"), Of(load, "duplicates"), Of(load, "out_of_order"), Of(load, "others")));
        Assert.InRange(load.GetProperty("latency_us").GetProperty("p50").GetDouble(), 1, 1e6);
        Assert.True(load.GetProperty("round_trips_per_s").GetDouble() > 0);
        hub.WaitUntilEmpty();
    }

    [Fact]
    public async Task Losses_duplicates_and_what_overtakes_are_counted_exactly()
    {
        // Of 10 members one misses each message, two hear it twice; and one hears every tenth after the one that follows it.
        using var hub = new FakeHub(
            times: (message, member) => message < 5 ? 1 : ((message + member) % 10) switch { 0 => 0, 1 or 2 => 2, _ => 1 },
            later: (message, member) => message % 10 == 5 && member == 0);
        var load = await Measured(hub.Address, "--members 10 --rate 500 --warmup 20ms --duration 10s --messages 100");

        Assert.Equal((100, 1_000), (Of(load, "sent"), Of(load, "expected")));
        Assert.Equal((100, 200, 10), (Of(load, "lost"), Of(load, "duplicates"), Of(load, "out_of_order")));
        Assert.Equal(900, Of(load, "delivered"));
        Assert.Equal(0, load.GetProperty("round_trips_per_s").GetDouble());
    }

    [Fact]
    public async Task Members_with_a_socket_each_are_played_as_well()
    {
        using var hub = new FakeHub(at: IPAddress.IPv6Loopback);
        var load = await Measured(hub.Address, $"--members 12 --senders 2 --window 4 {ForAMoment}");

        Assert.Equal((12, 100, 1_200, 0), (Of(load, "joined"), Of(load, "sent"), Of(load, "delivered"), Of(load, "duplicates")));
        hub.WaitUntilEmpty();
    }

    [Fact]
    public async Task The_servers_costs_are_told_for_each_delivery()
    {
        using var hub = new FakeHub();
        var pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var server = (await Measured(hub.Address, $"--members 5 {ForAMoment} --server-pid {pid}")).GetProperty("server");

        Assert.InRange(server.GetProperty("cpu_us_per_delivery").GetDouble(), 0.01, 1e6);
        Assert.InRange(server.GetProperty("rss_bytes").GetInt64(), 1024 * 1024, long.MaxValue);
    }

    [Fact]
    public async Task Every_datagram_is_captured_where_that_is_asked_for()
    {
        using var hub = new FakeHub();
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "load.pcapng");
        try
        {
            var load = await Measured(hub.Address, $"--members 4 {ForAMoment} --capture {file}");

            using var stream = File.OpenRead(file);
            var reader = new PcapngReader(stream);
            var captured = new List<CapturedDatagram>();
            while (reader.Read(out var datagram) == PcapngReadStatus.Datagram) captured.Add(datagram!);
            var traffic = load.GetProperty("traffic");
            Assert.Equal(Of(traffic, "sent"), captured.Count(one => one.Direction == CaptureDirection.Out));
            Assert.Equal(Of(traffic, "received"), captured.Count(one => one.Direction == CaptureDirection.In));
            Assert.Equal(4, captured.Where(one => one.Direction == CaptureDirection.Out).Select(one => one.Source).Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_else_the_hub_says_is_shown_and_never_obeyed()
    {
        using var full = UdpServer.Saying("the room is full\u001b[2J");
        var (exitCode, terminal) = await ClientRun.ToEnd("", "load", full.Address, "--members", "2");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains("the room is full\\u{001b}[2J", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_one_line_and_exit_code_1()
    {
        using var dead = UdpServer.Dead();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "load", dead.Address, "--members", "2");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Equal($"no member hears anything: is there a chat at {dead.Address}?", terminal.Errors.Lines[^1]);
    }

    [Fact]
    public async Task An_interrupt_tells_what_was_measured_and_the_members_leave()
    {
        using var hub = new FakeHub();
        var terminal = new FakeTerminal();
        var run = ClientRun.Start(terminal, "load", hub.Address, "--members", "5", "--rate", "50", "--warmup", "10ms", "--duration", "10m");
        terminal.Errors.WaitFor("measuring: 5 joined");
        terminal.PressControlC();

        Assert.Equal(ExitCode.Done, await run.Ends());
        Assert.Contains("deliveries ", terminal.Output.Text, StringComparison.Ordinal);
        hub.WaitUntilEmpty();
    }

    [Theory]
    [InlineData("--window or --rate", "127.0.0.1:9", "--window", "1", "--rate", "1")]
    [InlineData("more --senders than --members", "127.0.0.1:9", "--members", "5", "--senders", "6")]
    [InlineData("expected a number from 32 to", "127.0.0.1:9", "--payload", "31")]
    [InlineData("is not this machine", "192.0.2.1:9")]
    [InlineData("is not this machine", "192.0.2.1:9", "--rate", "101")]
    [InlineData("is not this machine", "192.0.2.1:9", "--rate", "100", "--members", "101")]
    [InlineData("no process of that id", "127.0.0.1:9", "--server-pid", "2147483647")]
    public async Task What_cannot_be_or_should_not_is_refused_in_one_line(string part, params string[] args)
    {
        var (exitCode, terminal) = await ClientRun.ToEnd("", ["load", .. args]);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(part, Assert.Single(terminal.Errors.Lines), StringComparison.Ordinal);
    }

    /// <summary>Runs it to its end; gives its last line.</summary>
    private static async Task<JsonElement> Measured(string address, string options)
    {
        var (exitCode, terminal) = await ClientRun.ToEnd("", ["load", address, "--json", .. options.Split(' ')]);
        Assert.Equal(ExitCode.Done, exitCode);
        return JsonDocument.Parse(terminal.Output.Lines[^1]).RootElement;
    }

    private static long Of(JsonElement load, string property) => load.GetProperty(property).GetInt64();
}
