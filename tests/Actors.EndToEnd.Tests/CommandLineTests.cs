using System.Net;
using System.Net.Sockets;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>
/// What an operator gets wrong is refused in one line that names it and the mend, with 1 for the system's refusal and 2 for the rest.
/// </summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Version_and_help_answer_on_standard_output_and_end()
    {
        Assert.Matches(@"\d+\.\d+\.\d+", Succeeds("--version"));
        var help = Succeeds("--help");
        foreach (var option in new[] { "--config", "--set", "--check-config", "--print-config", "--console", "--version" })
            Assert.Contains(option, help, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_config_says_that_all_is_well_and_opens_nothing()
    {
        using var taken = Taken(out var port);
        Succeeds("--check-config", "--set", $"hub.listeners.chat.port={port}");
    }

    [Fact]
    public void Print_config_shows_what_is_in_force_in_a_form_that_can_be_read_back()
    {
        var printed = Succeeds("--print-config", "--set", "hub.interval=7s", "--set", "hub.listeners.chat.port=1234");
        var inForce = InForce(printed);
        Assert.Contains("interval=7s", inForce);
        Assert.Contains("port=1234", inForce);
        Assert.Equal(inForce, InForce(Succeeds("--print-config", "--config", _folder.Write("printed.conf", printed))));
        Assert.NotEqual(inForce, InForce(Succeeds("--print-config")));
    }

    [Fact]
    public void A_set_key_wins_over_the_file_and_a_later_one_over_an_earlier_one()
    {
        var file = _folder.Write("my.conf", "hub.interval = 30s\nhub.grace = 100ms\n");
        var inForce = InForce(Succeeds("--print-config", "--config", file, "--set", "hub.interval=8s", "--set", "hub.interval=7s"));
        Assert.Contains("interval=7s", inForce);
        Assert.Contains("grace=100ms", inForce);
    }

    [Fact]
    public void The_file_of_the_working_folder_wins_over_the_one_beside_the_executable()
    {
        _folder.Write("hocon/hub.conf", "hub.listeners.chat.port = 4321\n");
        Assert.Contains("4321", Succeeds("--print-config"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--set")]
    [InlineData("--set", "no-equals-sign")]
    [InlineData("--config")]
    [InlineData("--config", "no-such-file.conf")]
    [InlineData("--set", "hub.intervall=7s")]
    [InlineData("--set", "hub.listeners.chat.prot=7")]
    [InlineData("--set", "hub.interval=soon")]
    [InlineData("--set", "hub.interval=-1s")]
    [InlineData("--set", "hub.grace=901ms")]
    [InlineData("--set", "hub.listeners.chat.port=65536")]
    [InlineData("--set", "hub.listeners.chat.port=chat")]
    [InlineData("--set", "hub.listeners.chat.host=not-an-address")]
    [InlineData("--set", "hub.listeners.chat.service=nonsense")]
    [InlineData("--set", "hub.limits.members-per-room=0")]
    [InlineData("--set", "hub.limits.message-bytes=1 2")]
    public void A_bad_option_or_key_is_named_in_one_line_and_the_exit_code_is_2(params string[] arguments) =>
        Refuses(2, arguments[^1].Split('=')[0], arguments);

    [Theory]
    [InlineData("hub.interval = 10s\nhub.intervall = 7s\n", 2, "hub.intervall")]
    [InlineData("hub {\n  interval = 10s\n  grace = []\n}\n", 3, "hub.grace")]
    [InlineData("hub {\n  interval = 10s\n", 1, "")]
    [InlineData("hub {\n  interval = 10s\n}}\n", 3, "")]
    [InlineData("# right\nhub.listeners.chat {\n\n  port = many\n}\n", 4, "port")]
    [InlineData("hub.interval = \"10s\n", 1, "")]
    public void A_bad_file_is_named_with_its_line(string text, int line, string key)
    {
        var file = _folder.Write("bad.conf", text);
        var error = Refuses(2, key, "--config", file);
        Assert.Contains($"bad.conf:{line}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_config_refuses_what_a_start_would_refuse() =>
        Refuses(2, "hub.intervall", "--check-config", "--set", "hub.intervall=7s");

    [Fact]
    public void A_port_that_is_taken_names_the_listener_and_the_exit_code_is_1()
    {
        using var taken = Taken(out var port);
        var error = Refuses(1, "chat", "--set", $"hub.listeners.chat.port={port}");
        Assert.Contains($"{port}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_listeners_the_one_whose_port_is_taken_is_named()
    {
        _folder.Write("hocon/hub.conf", "hub.listeners.chat.port = 0\n");
        using var taken = Taken(out var port);
        Refuses(1, "second", "--set", $"hub.listeners.second.port={port}");
        Refuses(2, "second", "--set", $"hub.listeners.chat.port={port}", "--set", $"hub.listeners.second.port={port}");
    }

    [Fact]
    public void An_address_that_is_not_ours_names_the_listener_and_the_exit_code_is_1()
    {
        // 192.0.2.0/24 is for documentation: nobody's (RFC 5737).
        var error = Refuses(1, "chat", "--set", "hub.listeners.chat.host=192.0.2.1", "--set", "hub.listeners.chat.port=0");
        Assert.Contains("192.0.2.1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_in_an_option_are_not_obeyed() => Refuses(2, "", "--set", "hub.\u001b[2Jx=1\n2");

    public void Dispose() => _folder.Dispose();

    private string Succeeds(params string[] arguments)
    {
        using var server = ServerProcess.Start(_folder.Path, arguments);
        server.CloseInput();
        Assert.True(server.WaitForExit() == 0, server.Said());
        Assert.Equal("", server.Errors.Text);
        return server.Output.Text;
    }

    /// <summary>The lines that count: without comments, which say where a value comes from, and without spaces.</summary>
    private static IEnumerable<string> InForce(string printed) => printed.Split('\n')
        .Select(line => line.Split('#')[0].Replace(" ", "", StringComparison.Ordinal)).Where(line => line.Length > 0);

    private string Refuses(int code, string names, params string[] arguments)
    {
        using var server = ServerProcess.Start(_folder.Path, arguments);
        server.CloseInput();
        Assert.True(server.WaitForExit() == code, $"exit code {server.WaitForExit()}, not {code}\n{server.Said()}");
        var error = Assert.Single(server.Errors.Lines);
        Assert.Equal(error + "\n", server.Errors.Text);
        Assert.Contains(names, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.DoesNotContain(error, char.IsControl);
        Assert.Equal("", server.Output.Text);
        return error;
    }

    private static Socket Taken(out int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        return socket;
    }
}
