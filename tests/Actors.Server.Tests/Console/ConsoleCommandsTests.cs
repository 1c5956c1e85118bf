using Actors.Datagrams;
using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

public class ConsoleCommandsTests
{
    [Fact]
    public void Every_command_is_read_whatever_its_case_and_white_space()
    {
        Assert.IsType<ConsoleCommand.Nothing>(ConsoleCommands.Parse("  \t "));
        Assert.Equal(new ConsoleCommand.Clients(All: false), ConsoleCommands.Parse("clients"));
        Assert.Equal(new ConsoleCommand.Clients(All: true), ConsoleCommands.Parse(" Clients  ALL\r"));
        Assert.IsType<ConsoleCommand.Rooms>(ConsoleCommands.Parse("rooms"));
        Assert.IsType<ConsoleCommand.Stats>(ConsoleCommands.Parse("STATS"));
        Assert.IsType<ConsoleCommand.Quarantine>(ConsoleCommands.Parse("quarantine"));
        Assert.IsType<ConsoleCommand.Quit>(ConsoleCommands.Parse("quit\t"));
        Assert.IsType<ConsoleCommand.Help>(ConsoleCommands.Parse("help"));
    }

    [Theory]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]:5000")]
    public void Pardon_takes_an_endpoint(string endpoint)
    {
        Assert.True(EndpointKey.TryParse(endpoint, out var key));
        Assert.Equal(new ConsoleCommand.Pardon(key), ConsoleCommands.Parse($"pardon {endpoint}"));
    }

    [Theory]
    [InlineData("pardon", "write pardon IP:PORT")]
    [InlineData("pardon me", "me is not an endpoint; write pardon 192.0.2.1:5000 or pardon [2001:db8::1]:5000")]
    [InlineData("clients some", "write clients [all]")]
    [InlineData("quit now", "write quit")]
    [InlineData("cleints", "cleints is not a command; did you mean clients? help lists them")]
    [InlineData("frobnicate", "frobnicate is not a command; help lists them")]
    [InlineData("\u001b[31m", "\\u001b[31m is not a command; help lists them")]
    public void Anything_else_is_answered_with_one_line(string line, string why) =>
        Assert.Equal(new ConsoleCommand.Wrong(why), ConsoleCommands.Parse(line));

    [Fact]
    public void Every_command_that_help_lists_is_one()
    {
        foreach (var (usage, _) in ConsoleCommands.All)
        {
            var line = usage.Replace("[all]", "all", StringComparison.Ordinal).Replace("IP:PORT", "127.0.0.1:1", StringComparison.Ordinal);
            Assert.IsNotType<ConsoleCommand.Wrong>(ConsoleCommands.Parse(line));
        }
    }
}
