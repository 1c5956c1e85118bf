using System.Diagnostics;
using System.Text;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>No datagram stops the hub, and nothing that a peer sends is obeyed by a terminal.</summary>
public sealed class BadInputTests(PatientHub fixture) : IClassFixture<PatientHub>
{
    // hub.limits.message-bytes by default: the documents' clients read 1,024 bytes.
    private const int Longest = 960;

    private readonly RunningHub _hub = fixture.Hub;

    /// <summary>0, the edges of limits and frames, and the most that IPv4 allows: 65,535 less 20 of IP and 8 of UDP.</summary>
    public static TheoryData<int> Lengths => new(
        0, 1, 2, 511, 512, 513, 959, 960, 961, 1_023, 1_024, 1_025, 1_399, 1_400, 1_472, 1_473,
        4_096, 8_191, 8_192, 8_193, 16_384, 32_768, 65_506, 65_507);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_length_is_answered_once_and_nothing_is_cut(int length)
    {
        using var ann = _hub.User().Joins();
        ann.Says(new string('x', length));
        if (length <= Longest) ann.HearsAck(new string('X', length), ann);
        else SaysHowLong(ann.Hears(), length);
        ann.Settles();
    }

    [Fact]
    public void A_message_that_is_too_long_reaches_nobody_else_and_is_counted()
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User().Joins();
        ann.HearsAck("HELLO", bob);
        var before = _hub.Stat("dropped too-long");
        ann.Says(new string('x', Longest + 1));
        SaysHowLong(ann.Hears(), Longest + 1);
        bob.Settles();
        Assert.Equal(before + 1, _hub.Stat("dropped too-long"));
    }

    [Fact]
    public void An_oversize_datagram_joins_too()
    {
        using ChatUser ann = _hub.User(), bob = _hub.User();
        ann.Says(new string('x', 5_000) + "\n");
        var line = ann.Hears();
        SaysHowLong(line, 5_000); // the final newline is not part of the message
        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        bob.Joins();
        ann.Hears($"Ack HELLO. from {bob.Name}\n");
    }

    [Fact]
    public void Random_bytes_of_random_lengths_are_each_answered()
    {
        using var ann = _hub.User().Joins();
        var dice = new Random(20_261_120);
        for (var n = 0; n < 500; n++)
        {
            var bytes = new byte[dice.Next(1, 1_500)];
            dice.NextBytes(bytes);
            bytes[^1] = (byte)'.'; // neither a command nor a newline at its end
            ann.Says(bytes);
            if (bytes.Length > Longest) SaysHowLong(ann.Hears(), bytes.Length);
            else Assert.Equal([.. "Ack "u8, .. Upper(bytes), .. Encoding.ASCII.GetBytes($". from {ann.Name}")], ann.HearsBytes());
        }
    }

    [Fact]
    public void Random_datagrams_from_many_endpoints_are_answered_and_do_not_stop_the_hub()
    {
        var dice = new Random(20_261_121);
        for (var n = 0; n < 100; n++)
        {
            using var stranger = _hub.User();
            var bytes = new byte[dice.Next(0, 65_508)];
            dice.NextBytes(bytes);
            stranger.Says(bytes);
            _ = stranger.HearsBytes();
        }

        using var ann = _hub.User().Joins();
        ann.Settles();
        Assert.False(_hub.Process.HasExited);
    }

    [Fact]
    public void Members_whose_sockets_are_gone_do_not_disturb_the_others()
    {
        using var ann = _hub.User().Joins();
        for (var n = 0; n < 20; n++)
        {
            // Joined, then gone without a word: the hub's next send to it meets ICMP's "port unreachable".
            var gone = _hub.User();
            gone.Says("^hb^");
            gone.Vanishes();
        }

        ann.Settles();
        ann.Settles();
    }

    [Fact]
    public void Escape_sequences_from_peers_never_reach_the_operators_terminal_raw()
    {
        using var hub = new RunningHub("--set", "hub.interval=1s", "--set", "hub.log-level=debug");
        using var ann = hub.User();
        string[] attacks =
        [
            "\u001b[2J\u001b[31mred", "\u001b]0;title\a", "\u0007\b\b\b", "\u009b31m", "\u0000\u007f\u0085",
            "\r\nready: chat udp 6.6.6.6:6 room forged", "quit\u001b[0m", "^hb^\u001b[0m", new string('\u001b', 2_000),
        ];
        foreach (var attack in attacks)
        {
            ann.Says(attack);
            _ = ann.HearsBytes();
        }

        foreach (var command in new[] { "clients", "rooms", "stats" }) hub.Ask(command);
        hub.Process.Type("quit");
        Assert.Equal(0, hub.Process.WaitForExit());
        foreach (var transcript in new[] { hub.Process.Output, hub.Process.Errors })
        {
            Assert.DoesNotContain(transcript.Bytes, b => b is < 0x20 and not (byte)'\n' and not (byte)'\t' or 0x7f);
            Assert.DoesNotContain(transcript.Text, c => c is >= '\u0080' and <= '\u009f');
            Assert.DoesNotContain(transcript.Lines, line => line.StartsWith("ready: chat udp 6.6.6.6", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_full_room_says_so_at_most_once_a_second_and_counts_it()
    {
        using var hub = new RunningHub("--set", "hub.interval=120s", "--set", "hub.limits.members-per-room=2");
        using ChatUser ann = hub.User().Joins(), bob = hub.User().Joins(), cyd = hub.User();
        ann.HearsAck("HELLO", bob);
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 5; n++) cyd.Says("let me in");
        bob.Settles();
        var told = 0;
        for (; !cyd.HasHeardNothing; told++) cyd.Hears("the room is full");
        Assert.InRange(told, 1, 1 + (int)watch.Elapsed.TotalSeconds);
        Assert.False(hub.Lists(cyd));
        Assert.Equal(5, hub.Stat("dropped room-full"));

        bob.Says("quit");
        ann.Settles();
        cyd.Says("and now?");
        while (!cyd.Hears().StartsWith("Ack AND NOW?", StringComparison.Ordinal)) { }
    }

    private static IEnumerable<byte> Upper(IEnumerable<byte> bytes) =>
        bytes.Select(b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b);

    private static void SaysHowLong(string line, int length)
    {
        var plain = line.Replace(",", "", StringComparison.Ordinal);
        Assert.Contains($"{length}", plain, StringComparison.Ordinal);
        Assert.Contains($"{Longest}", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line.TrimEnd('\n'));
        Assert.False(line.StartsWith("Ack ", StringComparison.Ordinal), line);
    }
}
