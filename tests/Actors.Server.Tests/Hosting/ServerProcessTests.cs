using Actors.Server.Configuration;
using Actors.Server.Hosting;
using Actors.Server.Tests.Configuration;

namespace Actors.Server.Tests.Hosting;

/// <summary>Runs that end by themselves. What a running hub does, Actors.EndToEnd.Tests holds with real processes.</summary>
public class ServerProcessTests
{
    [Fact]
    public async Task A_check_of_a_right_configuration_says_what_was_checked()
    {
        using var folder = new ConfigFolder();
        var file = folder.Write("my.conf", "hub.listeners.chat {}\nhub.listeners.echo { port = 8080, enabled = off }");
        var run = await Run("--config", file, "--set", "hub.grace=1 ms", "--check-config");
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal(
            $"configuration ok: {file} and 1 --set; keys, types and ranges; chat udp 127.0.0.1:9999, 1 disabled "
                + "(whether the ports are free is found out at the start)\n",
            run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_check_lists_every_fault_and_a_start_names_the_first()
    {
        using var folder = new ConfigFolder();
        var file = folder.Write("my.conf", "hub {\n grace = x\n port = 1\n}");
        var check = await Run("--config", file, "--check-config");
        Assert.Equal(ExitCodes.BadConfiguration, check.Code);
        Assert.Equal("", check.Output);
        Assert.Equal(2, check.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var start = await Run("--config", file);
        Assert.Equal(ExitCodes.BadConfiguration, start.Code);
        Assert.EndsWith(" (1 more: --check-config lists them)\n", start.Error, StringComparison.Ordinal);
        Assert.Equal(1, start.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("--help", "Options:")]
    [InlineData("--version", "Actors.Server ")]
    [InlineData("--print-config", "hub {")]
    public async Task What_is_asked_for_goes_to_standard_output(string option, string text)
    {
        var run = await Run(option);
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_bad_option_goes_to_standard_error()
    {
        var run = await Run("--frobnicate");
        Assert.Equal((ExitCodes.BadConfiguration, "", "error: --frobnicate: there is no such option; --help lists them\n"), run);
    }

    [Fact]
    public async Task An_address_that_the_system_refuses_is_one_line_and_exit_code_1()
    {
        // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
        var run = await Run("--set", "hub.listeners.chat.host=192.0.2.1");
        Assert.Equal(ExitCodes.SystemRefused, run.Code);
        Assert.Equal("", run.Output);
        Assert.StartsWith("error: listener chat (--set hub.listeners.chat.host=192.0.2.1): udp 192.", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var streams = new ProcessStreams(
            () => throw new InvalidOperationException("input was read"), output, error, InputIsTerminal: false, OutputIsTerminal: false);
        using var stop = new StopSignals();
        var code = await ServerProcess.RunAsync(args, streams, stop);
        return (code, output.ToString(), error.ToString());
    }
}
