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

    [Fact]
    public void Explain_takes_an_endpoint_or_off()
    {
        Assert.True(EndpointKey.TryParse("127.0.0.1:5000", out var key));
        Assert.Equal(new ConsoleCommand.Explain(key), ConsoleCommands.Parse("explain 127.0.0.1:5000"));
        Assert.IsType<ConsoleCommand.ExplainOff>(ConsoleCommands.Parse("Explain OFF"));
    }

    [Theory]
    [InlineData("explain", "write explain IP:PORT")]
    [InlineData("explain it", "it is not an endpoint; write explain 192.0.2.1:5000 or explain [2001:db8::1]:5000")]
    [InlineData("pardon", "write pardon IP:PORT")]
    [InlineData("pardon me", "me is not an endpoint; write pardon 192.0.2.1:5000 or pardon [2001:db8::1]:5000")]
    [InlineData("clients some", "write clients [all]")]
    [InlineData("quit now", "write quit")]
    [InlineData("waiting room", "write waiting")]
    [InlineData("name 127.0.0.1:5000", "write name IP:PORT NAME")]
    [InlineData("name 狗哥 127.0.0.1:5000", "狗哥 is not an endpoint; write name 192.0.2.1:5000 or name [2001:db8::1]:5000")]
    [InlineData("name 127.0.0.1:5000 latest", "latest cannot be a name; write at most 64 characters, no endpoint, and not latest")]
    [InlineData("@ hello", "write @WHO TEXT; WHO is IP:PORT, a name, or latest")]
    [InlineData("@latest", "write @WHO TEXT; WHO is IP:PORT, a name, or latest")]
    public void A_command_that_is_written_wrong_is_answered_with_one_line(string line, string why) =>
        Assert.Equal(new ConsoleCommand.Wrong(why), ConsoleCommands.Parse(line));

    [Theory]
    [InlineData("cleints", "cleints is not a command; did you mean clients? help lists them")]
    [InlineData("frobnicate", "frobnicate is not a command; help lists them")]
    [InlineData("\u001b[31m", "\\u001b[31m is not a command; help lists them")]
    public void Anything_else_is_answered_with_one_line(string line, string why) =>
        Assert.Equal(new ConsoleCommand.Other(line, why), ConsoleCommands.Parse(line));

    [Fact]
    public void What_is_for_the_desk_is_read_with_its_text_as_it_was_typed()
    {
        Assert.Equal(new ConsoleCommand.Reply("127.0.0.1:5000", "how  are you?"), ConsoleCommands.Parse("@127.0.0.1:5000  how  are you? "));
        Assert.Equal(new ConsoleCommand.Reply("狗哥", "quit"), ConsoleCommands.Parse("@狗哥 quit"));
        Assert.Equal(new ConsoleCommand.Reply("latest", "quit"), ConsoleCommands.Parse("@latest quit"));
        Assert.Equal(new ConsoleCommand.Away("back at  two"), ConsoleCommands.Parse("away back at  two"));
        Assert.Equal(new ConsoleCommand.Away(""), ConsoleCommands.Parse("AWAY"));
        Assert.Equal(new ConsoleCommand.Name(FakeHub.One, "狗哥"), ConsoleCommands.Parse("name 127.0.0.1:5001 狗哥"));
        Assert.Equal("你好 all", Assert.IsType<ConsoleCommand.Other>(ConsoleCommands.Parse(" 你好 all")).Text);
    }

    [Fact]
    public void Every_command_that_help_lists_is_one()
    {
        foreach (var (usage, _) in ConsoleCommands.All)
        {
            var line = usage.Replace("[all]", "all", StringComparison.Ordinal).Replace("IP:PORT", "127.0.0.1:1", StringComparison.Ordinal);
            Assert.IsNotType<ConsoleCommand.Wrong>(ConsoleCommands.Parse(line));
            Assert.IsNotType<ConsoleCommand.Other>(ConsoleCommands.Parse(line));
        }
    }
}
