using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("expected HOST:PORT", "chat", "nowhere")]
    [InlineData("expected HOST:PORT", "ping", "127.0.0.1:0")]
    [InlineData("expected a time above 0", "chat", "127.0.0.1:1", "--interval", "soon")]
    [InlineData("expected a time above 0", "chat", "127.0.0.1:1", "--timeout", "0")]
    [InlineData("not a name", "chat", "127.0.0.1:1", "--name", "a b")]
    [InlineData("expected a number from 1 to 1000000", "send", "127.0.0.1:1", "x", "--count", "0")]
    [InlineData("nothing to send", "send", "127.0.0.1:1")]
    [InlineData("expected seconds", "send", "127.0.0.1:1", "x", "--wait", "long")]
    [InlineData("expected a number from 0 to 65535", "listen", "65536")]
    [InlineData("expected an address", "listen", "0", "--host", "everywhere")]
    [InlineData("", "shout")]
    [InlineData("")]
    public async Task A_bad_command_line_is_refused_in_one_line(string part, params string[] args)
    {
        var (exitCode, terminal) = await ClientRun.ToEnd("", args);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(part, Assert.Single(terminal.Errors.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_this_machines_fault()
    {
        var (exitCode, terminal) = await ClientRun.ToEnd("", "send", "no-such-host.invalid:9999", "x");

        Assert.Equal(ExitCode.System, exitCode);
        Assert.Equal("unknown host: no-such-host.invalid does not resolve to an address", Assert.Single(terminal.Errors.Lines));
    }

    [Fact]
    public async Task The_help_tells_the_commands_the_exit_codes_and_what_connected_means()
    {
        var (exitCode, terminal) = await ClientRun.ToEnd("", "--help");

        Assert.Equal(ExitCode.Done, exitCode);
        string[] parts = ["chat", "contacts", "send", "listen", "time", "echo", "ping", "doctor", "load", "Exit codes:", "connect(2)", "--json"];
        foreach (var part in parts)
            Assert.Contains(part, terminal.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_an_event_too_for_bots()
    {
        using var server = UdpServer.Dead();
        var dead = server.Address;
        var (_, terminal) = await ClientRun.ToEnd("", "time", dead, "--connected", "--json");

        Assert.Equal(
            $$"""{"event":"failed","reason":"connection refused: nobody listens on {{dead}}"}""", Assert.Single(terminal.Output.Lines));
    }
}
