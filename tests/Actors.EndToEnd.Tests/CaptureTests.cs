using System.Text;
using System.Text.RegularExpressions;
using Actors.Datagrams.Capture;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary><c>--capture</c>: each datagram is in the file once, with what became of it, whatever the disk does.</summary>
public sealed partial class CaptureTests : IDisposable
{
    private static readonly string[] Echo =
    [
        "--set", "hub.listeners.echo.service=echo", "--set", "hub.listeners.echo.port=0",
        "--set", "hub.listeners.six.service=echo", "--set", "hub.listeners.six.port=0", "--set", "hub.listeners.six.host=::1",
    ];

    private readonly TemporaryFolder _folder = TemporaryFolder.WithChatOnly();

    private string File => Path.Combine(_folder.Path, "traffic.pcapng");

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void A_short_chat_is_in_the_file_each_datagram_once_with_its_verdict()
    {
        using var hub = Chat(out var expected);
        var captured = Captures.Read(File, out var statistics);
        Assert.Equal(expected.Order(StringComparer.Ordinal), captured.Select(Line).Order(StringComparer.Ordinal));
        Assert.All(captured, datagram => Assert.True(datagram.ChecksumIsRight));
        var now = DateTimeOffset.UtcNow;
        Assert.All(captured, datagram => Assert.InRange(now - datagram.At, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2)));
        Assert.Equal((expected.Count, 0), (statistics.Seen, statistics.Dropped));
        Assert.Contains($"Captured {expected.Count} datagrams, 0 are missing", hub.Process.Errors.Text, StringComparison.Ordinal);
    }

    [NeedsFact("tcpdump")]
    public void Tcpdump_reads_it_and_finds_every_checksum_right()
    {
        using var hub = Chat(out var expected);
        using var tcpdump = ServerProcess.Run("tcpdump", _folder.Path, "-n", "-vv", "-r", File);
        Assert.True(tcpdump.WaitForExit() == 0, tcpdump.Said());
        Assert.Contains("link-type RAW", tcpdump.Errors.Text, StringComparison.Ordinal);
        var right = tcpdump.Output.Lines.Count(line => line.Contains("[udp sum ok] UDP, length ", StringComparison.Ordinal));
        Assert.Equal(expected.Count, right);
        Assert.DoesNotContain("bad", tcpdump.Said(), StringComparison.Ordinal);
    }

    [OptionalFact("tshark")]
    public void Tshark_reads_it_with_its_comments()
    {
        using var hub = Chat(out var expected);
        string[] fields = ["-T", "fields", "-e", "frame.comment", "-e", "udp.checksum.status"];
        using var tshark = ServerProcess.Run("tshark", _folder.Path, ["-r", File, "-o", "udp.check_checksum:TRUE", .. fields]);
        Assert.True(tshark.WaitForExit() == 0, tshark.Said());
        var verdicts = expected.Select(line => $"{line[(line.LastIndexOf('|') + 1)..]}\t1");
        Assert.Equal(verdicts.Order(StringComparer.Ordinal), tshark.Output.Lines.Order(StringComparer.Ordinal));
    }

    [NeedsFact("bash", "nc", "tcpdump")]
    public void The_transcript_of_the_readme_happens_as_written()
    {
        var transcript = ReadmeBlock.Find("console", "tcpdump -nr traffic.pcapng");
        Assert.EndsWith(" --capture traffic.pcapng &", transcript[0], StringComparison.Ordinal);
        using var hub = new RunningHub(["--capture", File, .. Echo]);
        using var shell = ServerProcess.Run("bash", _folder.Path);
        foreach (var command in transcript.Skip(1).Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
            shell.Type($"{{ {command[2..].Replace("8080", $"{hub.Of("echo").Port}", StringComparison.Ordinal)}; }} 2>&1");
        shell.CloseInput();
        shell.WaitForExit();
        Assert.Equal(
            transcript.Where(line => !line.StartsWith("$ ", StringComparison.Ordinal)).Select(WithoutTimeAndPorts),
            shell.Output.Lines.Select(WithoutTimeAndPorts));
    }

    [UnixFact]
    public void Full_files_make_way_and_no_more_are_kept_than_was_asked_for()
    {
        using (var hub = new RunningHub(["--capture", File, "--capture-size", "128k", "--capture-files", "3", .. Echo]))
        {
            using var ann = new ChatUser(hub.Of("echo"));
            for (var n = 0; n < 10; n++)
            {
                ann.Says(new byte[60_000]);
                Assert.Equal(60_000, ann.HearsBytes().Length);
            }

            Ends(hub);
        }

        // Two of them fill a file: twenty datagrams, of which the last six are kept.
        var files = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["traffic.1.pcapng", "traffic.2.pcapng", "traffic.pcapng"], files.Select(Path.GetFileName));
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, 128 * 1_024));
        Assert.Equal(6, files.Sum(file => Captures.Read(file).Count));
    }

    [NeedsFact("mkfifo")]
    public void A_file_that_takes_nothing_more_keeps_nobody_waiting_and_what_is_missing_is_counted()
    {
        using (var made = ServerProcess.Run("mkfifo", _folder.Path, File)) Assert.Equal(0, made.WaitForExit());

        // A pipe that is opened and never read: 64 KiB, and then the writer waits for ever.
        using var pipe = new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        using var hub = new RunningHub(["--capture", File, "--capture-files", "1", .. Echo]);
        using var ann = new ChatUser(hub.Of("echo"));
        for (var n = 0; n < 300; n++)
        {
            // 300 there and back are 39 MB; 32 MiB may wait to be written.
            ann.Says(new byte[65_507]);
            Assert.Equal(65_507, ann.HearsBytes().Length);
        }

        Assert.InRange(hub.Stat("capture dropped"), 1, 599);
        using var bob = hub.User().Joins();
        Ends(hub);
        Assert.Contains("The capture could not be written to its end in time", hub.Process.Errors.Text, StringComparison.Ordinal);
    }

    [NeedsFact("bash")]
    public void A_full_disk_ends_the_capture_and_not_the_hub()
    {
        // A limit of 100 KiB for a file stands in for the disk. (The runtime's own map of code is a file too, and would not fit.)
        using var server = ServerProcess.Run(
            "bash",
            _folder.Path,
            [
                "-c", "trap '' XFSZ; ulimit -f 100; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" \"$@\"",
                ServerProcess.Dotnet, Checkout.Server, "--capture", File, .. Echo,
            ]);
        var listeners = Listener.Parse(server.Output.WaitForLine(
            "the ready line", line => line.StartsWith("ready:", StringComparison.Ordinal), otherwise: server.Said));
        using var ann = new ChatUser(listeners.Single(one => one.Name == "echo").Endpoint);
        for (var n = 0; n < 5; n++)
        {
            ann.Says(new byte[30_000]);
            Assert.Equal(30_000, ann.HearsBytes().Length);
        }

        server.Errors.WaitForLine("the warning", line => line.Contains("The capture has stopped: ", StringComparison.Ordinal));
        ann.Says("still there?");
        ann.Hears("STILL THERE?");
        Signal.Send(server.Id, Signal.Terminate);
        Assert.Equal(0, server.WaitForExit());
        Assert.Single(server.Errors.Lines, line => line.Contains("The capture has stopped: ", StringComparison.Ordinal));

        // What was written before is whole; the statistics of the end are not there.
        using var file = new FileStream(File, FileMode.Open, FileAccess.Read);
        var reader = new PcapngReader(file);
        for (var n = 0; n < 3; n++) Assert.Equal(PcapngReadStatus.Datagram, reader.Read(out _));
        Assert.Equal(PcapngReadStatus.End, reader.Read(out _));
    }

    [Theory]
    [InlineData(1, "nowhere/traffic.pcapng")]
    [InlineData(2, "traffic.txt")]
    [InlineData(2, "traffic.pcapng", "--capture-size", "1k")]
    public void A_capture_that_cannot_be_is_refused_in_one_line(int code, params string[] arguments)
    {
        using var server = ServerProcess.Start(_folder.Path, ["--capture", .. arguments]);
        Assert.True(server.WaitForExit() == code, server.Said());
        var line = Assert.Single(server.Errors.Lines);
        Assert.StartsWith("error: --capture", line, StringComparison.Ordinal);
        Assert.Empty(server.Output.Lines);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    /// <summary>A chat of every kind of datagram, captured to <see cref="File"/>; its lines as <see cref="Line"/> writes them.</summary>
    private RunningHub Chat(out List<string> expected)
    {
        var hub = new RunningHub(["--capture", File, "--set", "hub.interval=120s", .. Echo]);
        using ChatUser ann = hub.User(), bob = hub.User(), cid = new(hub.Of("six"));
        var (chat, six) = (hub.Chat, hub.Of("six"));
        ann.Says("^hb^");
        bob.Says("grüße\n");
        ann.HearsAck("GRüßE", bob);
        bob.Hears($"Ack GRüßE. from {bob.Name}\n");
        ann.Says(new string('x', 65_507));
        var refusal = ann.Hears();
        cid.Says(new byte[65_507]);
        Assert.Equal(65_507, cid.HearsBytes().Length);
        cid.Says("");
        cid.Hears("");
        ann.Says("quit");
        ann.Says("quit");
        Assert.True(SpinWait.SpinUntil(() => !hub.Lists(ann), Wait.Bound), "ann did not leave");
        bob.Says("alone\n");
        bob.Hears($"Ack ALONE. from {bob.Name}\n");
        Ends(hub);
        bob.Hears("Bye!\n");
        ann.Vanishes();
        bob.Vanishes();
        cid.Vanishes();

        var zeros = new string('\0', 65_507);
        expected =
        [
            $"In|{ann.Name}|{chat}|^hb^|heartbeat",
            $"In|{bob.Name}|{chat}|grüße\n|delivered to 2",
            $"Out|{chat}|{ann.Name}|Ack GRüßE. from {bob.Name}|sent",
            $"Out|{chat}|{bob.Name}|Ack GRüßE. from {bob.Name}\n|sent",
            $"In|{ann.Name}|{chat}|{new string('x', 65_507)}|dropped: too long",
            $"Out|{chat}|{ann.Name}|{refusal}|sent",
            $"In|{cid.Name}|{six}|{zeros}|answered",
            $"Out|{six}|{cid.Name}|{zeros}|sent",
            $"In|{cid.Name}|{six}||answered",
            $"Out|{six}|{cid.Name}||sent",
            $"In|{ann.Name}|{chat}|quit|quit",
            $"In|{ann.Name}|{chat}|quit|dropped: not a member",
            $"In|{bob.Name}|{chat}|alone\n|delivered to 1",
            $"Out|{chat}|{bob.Name}|Ack ALONE. from {bob.Name}\n|sent",
            $"Out|{chat}|{bob.Name}|Bye!\n|sent",
        ];
        return hub;
    }

    private static string Line(CapturedDatagram datagram)
    {
        var text = Encoding.UTF8.GetString(datagram.Payload.Span);
        return $"{datagram.Direction}|{datagram.Source}|{datagram.Destination}|{text}|{datagram.Comment}";
    }

    private static string WithoutTimeAndPorts(string line) => TimeOrPort().Replace(line, "N");

    [GeneratedRegex(@"\d\d:\d\d:\d\d\.\d{6}|(?<=127\.0\.0\.1\.)\d+")]
    private static partial Regex TimeOrPort();

    private static void Ends(RunningHub hub)
    {
        Signal.Send(hub.Process.Id, Signal.Terminate);
        Assert.True(hub.Process.WaitForExit(TimeSpan.FromSeconds(4)) == 0, hub.Process.Said());
    }
}
