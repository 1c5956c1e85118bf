using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The operator's console: what it shows, and when it is there at all.</summary>
public sealed class ConsoleTests(PatientHub fixture) : IClassFixture<PatientHub>
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public void The_ready_line_names_the_listener_its_port_and_its_room()
    {
        Assert.StartsWith($"ready: chat udp {_hub.Chat} room lobby", _hub.ReadyLine, StringComparison.Ordinal);
        Assert.NotEqual(0, _hub.Chat.Port);
        Assert.Equal(_hub.ReadyLine, _hub.Process.Output.Lines[0]);
    }

    [Fact]
    public void Clients_lists_endpoint_room_and_silence()
    {
        using var ann = _hub.User().Joins();
        var line = Assert.Single(_hub.Ask("clients"), line => line.Contains(ann.Name, StringComparison.Ordinal));
        Assert.Contains("lobby", line, StringComparison.Ordinal);
        Assert.Matches(@"\d+(\.\d+)? ?(ms|s)\b", line);
    }

    [Fact]
    public void Rooms_counts_the_members()
    {
        using var ann = _hub.User().Joins();
        Assert.Contains(_hub.Ask("rooms"), line => line.Contains("lobby", StringComparison.Ordinal) && line.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void Stats_counts_what_came_in_and_what_went_out()
    {
        using var ann = _hub.User().Joins();
        ann.Settles();
        var (received, sent, allocated) = (_hub.Stat("received"), _hub.Stat("sent"), _hub.Stat("allocated bytes"));
        ann.Says("^hb^");
        ann.Settles();
        Assert.Equal(received + 4, _hub.Stat("received"));
        Assert.Equal(sent + 3, _hub.Stat("sent"));
        Assert.True(allocated > 0);
        Assert.True(_hub.Stat("allocated bytes") >= allocated);
        Assert.Equal(0, _hub.Stat("evicted"));
    }

    [Fact]
    public void Help_names_every_command_and_an_unknown_word_is_answered()
    {
        var help = string.Join('\n', _hub.Ask("help"));
        foreach (var command in new[] { "clients", "rooms", "stats", "pardon", "quit", "help" })
            Assert.Contains(command, help, StringComparison.Ordinal);
        Assert.NotEmpty(_hub.Ask("dance"));
        Assert.NotEmpty(_hub.Ask("pardon nonsense"));
        Assert.NotEmpty(_hub.Ask("pardon 127.0.0.1:2"));
        _ = _hub.Ask("");
        _ = _hub.Ask("\u001b[2J\u0007");
        _ = _hub.Ask(new string('x', 100_000));
        Assert.DoesNotContain(_hub.Process.Output.Text, c => char.IsControl(c) && c != '\n');
        Assert.False(_hub.Process.HasExited);
    }

    [UnixFact]
    public void The_end_of_input_closes_the_console_and_not_the_hub()
    {
        using var hub = new RunningHub();
        hub.Process.CloseInput();
        using var ann = hub.User().Joins();
        ann.Settles();
        Assert.False(hub.Process.HasExited);
        Signal.Send(hub.Process.Id, Signal.Terminate);
        Assert.Equal(0, hub.Process.WaitForExit());
    }

    [UnixFact]
    public void Without_a_terminal_standard_input_is_not_read()
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var server = ServerProcess.Start(folder.Path);
        server.Type("quit");
        IsHeadless(server);
    }

    [UnixFact]
    public void A_closed_standard_input_does_not_keep_the_hub_from_starting()
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var server = ServerProcess.Run("/bin/sh", folder.Path, "-c", "exec \"$0\" \"$@\" <&-",
            ServerProcess.Dotnet, Checkout.Server);
        IsHeadless(server);
    }

    [UnixFact]
    public void With_standard_input_from_dev_null_the_hub_stays()
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var server = ServerProcess.Run("/bin/sh", folder.Path, "-c", "exec \"$0\" \"$@\" </dev/null",
            ServerProcess.Dotnet, Checkout.Server, "--console");
        IsHeadless(server);
    }

    [NeedsFact("python3")]
    public void On_a_terminal_the_console_is_on_by_itself_and_says_how_to_try_the_hub()
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var terminal = ServerProcess.Run("python3", folder.Path, "-c",
            "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))",
            ServerProcess.Dotnet, Checkout.Server);
        var chat = Listener.Chat(terminal.WaitUntilReady());
        terminal.Output.WaitForLine("how to try it", line => line.TrimEnd().EndsWith($"| nc -u 127.0.0.1 {chat.Port}", StringComparison.Ordinal));

        using var ann = new ChatUser(chat).Joins();
        terminal.Type("clients");
        terminal.Output.WaitForLine("ann in the list", line => line.Contains(ann.Name, StringComparison.Ordinal), otherwise: terminal.Said);
        terminal.Type("quit");
        ann.Hears("Bye!");
        Assert.True(terminal.WaitForExit() == 0, terminal.Said());
    }

    [UnixFact]
    public void A_standard_output_that_nobody_reads_any_more_does_not_end_the_hub()
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var server = ServerProcess.Run("/bin/sh", folder.Path, "-c", "\"$0\" \"$@\" | { read -r ready; echo \"$ready\" >&2; }",
            ServerProcess.Dotnet, Checkout.Server, "--console");
        var ready = server.Errors.WaitForLine("the ready line", line => line.StartsWith("ready:", StringComparison.Ordinal));
        using var ann = new ChatUser(Listener.Chat(ready)).Joins();
        server.Type("help");
        server.Type("stats");
        ann.Settles();
        server.Type("quit");
        ann.Hears("Bye!");
        server.WaitForExit();
    }

    private static void IsHeadless(ServerProcess server)
    {
        var ready = server.WaitUntilReady();
        using var ann = new ChatUser(Listener.Chat(ready)).Joins();
        ann.Settles();
        Assert.False(server.HasExited);
        Signal.Send(server.Id, Signal.Terminate);
        ann.Hears("Bye!");
        Assert.Equal(0, server.WaitForExit());
        Assert.Equal(ready + "\n", server.Output.Text);
    }
}
