using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Commands;

public sealed class ChatCommandTests
{
    [Fact]
    public async Task Lines_of_a_pipe_are_said_and_what_is_heard_is_printed_as_it_came()
    {
        using var hub = UdpServer.Hub();
        var (exitCode, terminal) = await ClientRun.ToEnd("hello\r\n\n你好", "chat", hub.Address, "--name", "狗哥");
        hub.WaitFor("quit");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["Ack 狗哥: HELLO. from 127.0.0.1:40312", "Ack 狗哥: 你好. from 127.0.0.1:40312"], terminal.Output.Lines);
        Assert.Equal(["^hb^", "狗哥: hello", "狗哥: 你好", "quit"], hub.Received);
        Assert.Contains("1 heartbeat and 2 messages sent, 2 lines heard", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeats_go_out_in_the_background()
    {
        using var hub = UdpServer.Hub();
        var terminal = new FakeTerminal(isInteractive: true);
        var run = ClientRun.Start(terminal, "chat", hub.Address, "--interval", "100ms");
        hub.WaitUntil(received => received.Count(datagram => datagram == "^hb^") >= 4, "four heartbeats");
        terminal.Enter("quit");

        Assert.Equal(ExitCode.Done, await run.Ends());
        hub.WaitFor("quit");
        Assert.Equal("quit", hub.Received[^1]);
    }

    [Fact]
    public async Task An_incoming_line_appears_above_the_one_being_typed()
    {
        using var hub = new UdpServer(
            datagram => datagram.AsSpan().SequenceEqual("^hb^"u8) ? ["Ack 狗哥: HI. from 127.0.0.1:7"u8.ToArray()] : []);
        var terminal = new FakeTerminal(isInteractive: true);
        var run = ClientRun.Start(terminal, "chat", hub.Address, "--interval", "400ms");
        terminal.Type("你好");
        terminal.Output.WaitUntil(text => text.Split("HI").Length > 3, "two more lines");
        terminal.Output.WaitUntil(
            text => Screen.Of(text).LastRow.EndsWith("> 你好", StringComparison.Ordinal), "the line being typed, below");
        terminal.PressControlC();

        Assert.Equal(ExitCode.Done, await run.Ends());
        Assert.Contains(
            Screen.Of(terminal.Output.Text).Rows, row => row.Contains("狗哥             | HI (127.0.0.1:7)", StringComparison.Ordinal));
        hub.WaitFor("quit");
    }

    [Fact]
    public async Task A_dead_hub_is_known_at_once_when_connected()
    {
        using var server = UdpServer.Dead();
        var dead = server.Address;
        var (exitCode, terminal) = await ClientRun.ToEnd("", "chat", dead, "--connected");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains($"connection refused: nobody listens on {dead}", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_dies_ends_a_connected_chat()
    {
        using var hub = UdpServer.Hub();
        var terminal = new FakeTerminal(isInteractive: true);
        var run = ClientRun.Start(terminal, "chat", hub.Address, "--connected", "--interval", "200ms");
        terminal.Enter("hi");
        terminal.Output.WaitFor("HI");
        hub.Die();

        Assert.Equal(ExitCode.Peer, await run.Ends());
        Assert.Contains($"connection refused: nobody listens on {hub.Address}", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_told_with_its_length_and_is_the_exit_code()
    {
        using var silent = UdpServer.Silent();
        var (exitCode, terminal) = await ClientRun.ToEnd("hi\n", "chat", silent.Address, "--interval", "50ms", "--timeout", "300ms");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains("nothing heard for", terminal.Errors.Text, StringComparison.Ordinal);
        Assert.Contains("a message is unanswered for", terminal.Errors.Text, StringComparison.Ordinal);
        Assert.Empty(terminal.Output.Text);
    }

    [Fact]
    public async Task Bye_ends_the_chat()
    {
        using var hub = UdpServer.Saying("Bye!\n");
        var terminal = new FakeTerminal(isInteractive: true);

        Assert.Equal(ExitCode.Done, await ClientRun.Start(terminal, "chat", hub.Address).Ends());
        Assert.Contains("(the hub said Bye!)", terminal.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escapes_of_a_member_never_reach_a_terminal_or_a_pipe()
    {
        const string Attack = "Ack \u001b]0;owned\u0007\u001b[2J[red]\u009b31m\u202e. from 127.0.0.1:7";
        using var hub = UdpServer.Saying(Attack);
        var (_, pipe) = await ClientRun.ToEnd("hi\n", "chat", hub.Address);
        var (_, json) = await ClientRun.ToEnd("hi\n", "chat", hub.Address, "--json");
        var terminal = new FakeTerminal(isInteractive: true);
        var run = ClientRun.Start(terminal, "chat", hub.Address);
        terminal.Output.WaitFor("owned");
        terminal.PressControlC();
        await run.Ends();

        Assert.DoesNotContain(pipe.Output.Text + json.Output.Text, c => char.IsControl(c) && c != '\n');
        foreach (var raw in new[] { "\u001b]0;", "\u0007", "\u001b[2J", "\u009b", "\u202e" })
            Assert.DoesNotContain(raw, terminal.Output.Text, StringComparison.Ordinal);
        Assert.Contains("\\u{001b}]0;owned\\u{0007}\\u{001b}[2J[red]\\u{009b}31m\\u{202e}", terminal.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_gets_a_line_for_each_event()
    {
        using var hub = UdpServer.Hub();
        var (_, terminal) = await ClientRun.ToEnd("hi\n", "chat", hub.Address, "--json");

        Assert.Collection(
            terminal.Output.Lines,
            line => Assert.StartsWith(
                $$"""{"event":"joined","peer":"{{hub.Address}}","local":"127.0.0.1:""", line, StringComparison.Ordinal),
            line => Assert.Equal(
                """{"event":"heard","bytes":28,"text":"Ack HI. from 127.0.0.1:40312","sender":"127.0.0.1:40312","name":null}""", line),
            line => Assert.Equal("""{"event":"left","why":"end of input","heartbeats":1,"messages":1,"heard":1}""", line));
    }
}
