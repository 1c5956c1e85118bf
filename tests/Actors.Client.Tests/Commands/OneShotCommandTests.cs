using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Commands;

/// <summary>send, time, echo, ping and doctor against services that answer, refuse and are silent.</summary>
public sealed class OneShotCommandTests
{
    [Fact]
    public async Task Each_text_is_a_datagram_and_all_are_repeated()
    {
        using var server = UdpServer.Silent();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "send", server.Address, "hello", "a b", "@x", "--empty", "--count", "2");
        server.WaitUntil(received => received.Count == 8, "eight datagrams");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["hello", "a b", "@x", "", "hello", "a b", "@x", ""], server.Received);
        Assert.StartsWith("sent 8 datagrams from 127.0.0.1:", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_printed_when_they_are_waited_for()
    {
        using var server = UdpServer.Echo();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "send", server.Address, "one", "two", "--wait", "10");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["ONE", "TWO"], terminal.Output.Lines);
    }

    [Fact]
    public async Task The_largest_datagram_comes_back_whole()
    {
        using var server = UdpServer.Echo();
        var (_, terminal) = await ClientRun.ToEnd("", "send", server.Address, new string('a', 65_507), "--wait", "10");

        Assert.Equal(new string('A', 65_507), Assert.Single(terminal.Output.Lines));
    }

    [Fact]
    public async Task A_datagram_too_long_for_UDP_is_refused_in_one_line()
    {
        using var server = UdpServer.Silent();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "send", server.Address, new string('a', 65_508));

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal(
            $"too long: 65508 bytes, and a datagram to {server.Address} carries at most 65507", Assert.Single(terminal.Errors.Lines));
    }

    [Theory]
    [InlineData("send", "hi")]
    [InlineData("time", "%X")]
    [InlineData("ping", "--count=2")]
    [InlineData("echo", "--timeout=5s")]
    public async Task A_dead_server_is_refused_at_once_when_connected(string command, string argument)
    {
        using var server = UdpServer.Dead();
        var dead = server.Address;
        var (exitCode, terminal) = await ClientRun.ToEnd("hi\n", command, dead, argument, "--connected");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Equal($"connection refused: nobody listens on {dead}", terminal.Errors.Lines[^1]);
    }

    [Fact]
    public async Task A_time_service_is_asked_in_a_format()
    {
        using var server = UdpServer.Saying("2026年11月20日");
        var (exitCode, terminal) = await ClientRun.ToEnd("", "time", server.Address, "%Y年%m月%d日");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal("2026年11月20日", Assert.Single(terminal.Output.Lines));
        Assert.Equal("%Y年%m月%d日", Assert.Single(server.Received));
    }

    [Fact]
    public async Task Without_a_format_the_question_is_empty_and_silence_is_told()
    {
        using var server = UdpServer.Silent();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "time", server.Address, "--timeout", "50ms");
        server.WaitFor("");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Equal(
            $"no answer from {server.Address} within 50 ms (--connected tells whether anybody listens)",
            Assert.Single(terminal.Errors.Lines));
    }

    [Fact]
    public async Task Lines_go_in_and_answers_come_out_one_for_one()
    {
        using var server = UdpServer.Echo();
        var (exitCode, terminal) = await ClientRun.ToEnd("one\n\n狗 two\n", "echo", server.Address);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal("ONE\n\n狗 TWO\n", terminal.Output.Text);
        Assert.Equal(["one", "", "狗 two"], server.Received);
    }

    [Fact]
    public async Task Round_trips_are_measured_and_summed()
    {
        using var server = UdpServer.Echo();
        var (exitCode, terminal) = await ClientRun.ToEnd(
            "", "ping", server.Address, "--count", "5", "--interval", "1ms", "--timeout", "10s");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal("5 sent, 5 answered, 0 % lost, 0 duplicates", terminal.Output.Lines[^2]);
        Assert.StartsWith("round trip min ", terminal.Output.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_probes_are_counted()
    {
        using var server = new UdpServer(datagram => datagram.AsSpan().EndsWith("2"u8) ? [] : [datagram, datagram]);
        var (exitCode, terminal) = await ClientRun.ToEnd(
            "", "ping", server.Address, "--count", "4", "--interval", "1ms", "--timeout", "2s", "--json");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("\"sent\":4,\"answered\":3,\"lossPercent\":25", terminal.Output.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_pings_a_chat_leaves_it()
    {
        using var hub = UdpServer.Hub();
        var (exitCode, _) = await ClientRun.ToEnd("", "ping", hub.Address, "--count", "1", "--timeout", "10s");
        hub.WaitFor("quit");

        Assert.Equal(ExitCode.Done, exitCode);
    }

    [Fact]
    public async Task A_service_that_answers_something_else_is_no_echo()
    {
        using var server = UdpServer.Saying("xxxx");
        var (exitCode, terminal) = await ClientRun.ToEnd("", "ping", server.Address, "--count", "1", "--timeout", "300ms");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains("this service is no echo", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_an_echo_well()
    {
        using var server = UdpServer.Echo();
        var (exitCode, terminal) = await ClientRun.ToEnd(
            "", "doctor", server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.StartsWith("ok   name: localhost is 127.0.0.1", terminal.Output.Lines[0], StringComparison.Ordinal);
        Assert.Contains("by loopback: datagrams never leave this machine", terminal.Output.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("ok   answer: both directions work: an echo after ", terminal.Output.Lines[2], StringComparison.Ordinal);
        Assert.Equal("ok   sizes: 65507 bytes come back whole: all that UDP can carry", terminal.Output.Lines[3]);
        Assert.Equal("ok   sizes: an empty datagram is answered with 0 bytes", terminal.Output.Lines[4]);
    }

    [Fact]
    public async Task The_doctor_quotes_what_a_chat_says_to_long_messages_and_leaves_it()
    {
        using var hub = new UdpServer(datagram => datagram.AsSpan().SequenceEqual("quit"u8) ? []
            : datagram.Length > 960 ? ["message too long"u8.ToArray()]
            : [[.. "Ack "u8, .. datagram]]);
        var (exitCode, terminal) = await ClientRun.ToEnd("", "doctor", hub.Address);
        hub.WaitFor("quit");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("ok   sizes: 960 bytes come back whole", terminal.Output.Lines);
        Assert.Contains("note sizes: 1024 bytes: answered with 16 bytes: message too long", terminal.Output.Lines);
    }

    [Fact]
    public async Task The_doctor_tells_a_refusal_from_silence()
    {
        using var silent = UdpServer.Silent();
        using var dead = UdpServer.Dead();
        var (refused, refusal) = await ClientRun.ToEnd("", "doctor", dead.Address);
        var (unheard, silence) = await ClientRun.ToEnd("", "doctor", silent.Address, "--timeout", "50ms");

        Assert.Equal((ExitCode.Peer, ExitCode.Peer), (refused, unheard));
        Assert.StartsWith("bad  answer: connection refused: nobody listens on", refusal.Output.Lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("bad  answer: silence: 4 questions, each for 50 ms, and no refusal either.", silence.Output.Lines[^1]);
    }

    [Fact]
    public async Task The_doctor_finds_a_service_that_answers_from_elsewhere()
    {
        using var elsewhere = new System.Net.Sockets.UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        using var server = new UdpServer((datagram, from) =>
        {
            elsewhere.Send(datagram, from);
            return [];
        });
        var (exitCode, terminal) = await ClientRun.ToEnd("", "doctor", server.Address, "--timeout", "300ms");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.StartsWith($"bad  answer: {elsewhere.Client.LocalEndPoint} answers for {server.Address}", terminal.Output.Lines[^1]);
    }
}
