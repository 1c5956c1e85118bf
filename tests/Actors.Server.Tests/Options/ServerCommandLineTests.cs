using Actors.Server.Configuration;
using Actors.Server.Options;

namespace Actors.Server.Tests.Options;

public class ServerCommandLineTests
{
    [Fact]
    public void Nothing_asks_for_the_defaults()
    {
        var arguments = Arguments();
        Assert.Null(arguments.ConfigFile);
        Assert.Empty(arguments.Settings);
        Assert.False(arguments.CheckConfig || arguments.PrintConfig || arguments.Console);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var arguments = Arguments("--config", "my.conf", "--set", "a.b=c", "--check-config", "--print-config", "--console", "--set=d=e=f");
        Assert.Equal("my.conf", arguments.ConfigFile);
        Assert.Equal([new Setting("a.b", "c"), new Setting("d", "e=f")], arguments.Settings);
        Assert.True(arguments.CheckConfig && arguments.PrintConfig && arguments.Console);
    }

    [Fact]
    public void The_demo_is_asked_for_by_its_name()
    {
        Assert.False(Arguments().Demo);
        Assert.True(Arguments("demo") is { Demo: true, Headless: false });
        Assert.True(Arguments("demo", "--headless") is { Demo: true, Headless: true });
    }

    [Fact]
    public void A_capture_has_its_size_and_number_or_the_defaults()
    {
        Assert.Null(Arguments().Capture);
        Assert.Equal(new CaptureSetting("a.pcapng", 64 << 20, 4), Arguments("--capture", "a.pcapng").Capture);
        Assert.Equal(
            new CaptureSetting("x/b.PCAPNG", 1 << 30, 1),
            Arguments("--capture", "x/b.PCAPNG", "--capture-size", "1024m", "--capture-files", "1").Capture);
        Assert.Equal(new CaptureSetting("c.pcapng", 128 << 10, 1_000), Arguments(
            "--capture=c.pcapng", "--capture-size=128k", "--capture-files=1000").Capture);
    }

    [Theory]
    [InlineData("hub.listeners.chat.host=::1", "hub.listeners.chat.host", "::1")]
    [InlineData("key=", "key", "")]
    [InlineData("key = value ", "key", "value")]
    [InlineData("key=@home", "key", "@home")]
    [InlineData("key=--x", "key", "--x")]
    [InlineData("key=[1, 2]", "key", "[1, 2]")]
    public void A_setting_is_parted_at_its_first_equals_sign(string text, string key, string value) =>
        Assert.Equal([new Setting(key, value)], Arguments("--set", text).Settings);

    [Theory]
    [InlineData("error: --prot: there is no such option; --help lists them", "--prot")]
    [InlineData("error: --confg: there is no such option; did you mean --config? --help lists them", "--confg", "x")]
    [InlineData("error: hub.grace=1: it belongs to no option; --help lists the options; a key is set with --set KEY=VALUE", "hub.grace=1")]
    [InlineData("error: --config: its FILE is missing; write --config FILE", "--config")]
    [InlineData("error: --set: its KEY=VALUE is missing; write --set KEY=VALUE", "--set")]
    [InlineData("error: --config: it was given more than once; leave one", "--config", "a", "--config", "b")]
    [InlineData("error: --set hub.grace: there is no KEY= in it; write --set KEY=VALUE", "--set", "hub.grace")]
    [InlineData("error: --set =1: there is no KEY= in it; write --set KEY=VALUE", "--set", "=1")]
    [InlineData(
        "error: maybe: it belongs to no option; --help lists the options; a key is set with --set KEY=VALUE",
        "--check-config", "maybe")]
    [InlineData("error: --set: the demo does not read it; leave it out: the demo's nodes are in hocon/demo", "--set", "a=b", "demo")]
    [InlineData("error: --headless: there is no such option; --help lists them", "--headless")]
    [InlineData("error: --capture: its FILE.pcapng is missing; write --capture FILE.pcapng", "--capture")]
    [InlineData("error: --capture: hub.conf does not end with .pcapng; write --capture hub.conf.pcapng", "--capture", "hub.conf")]
    [InlineData("error: --capture-size: there is no --capture; write --capture FILE.pcapng too", "--capture-size", "64m")]
    [InlineData("error: --capture-files: there is no --capture; write --capture FILE.pcapng too", "--capture-files", "4")]
    [InlineData(
        "error: --capture-size: 127k is no size from 128k to 1024m; write --capture-size 64m, say",
        "--capture", "a.pcapng", "--capture-size", "127k")]
    [InlineData(
        "error: --capture-size: 2g is no size from 128k to 1024m; write --capture-size 64m, say",
        "--capture", "a.pcapng", "--capture-size", "2g")]
    [InlineData(
        "error: --capture-files: 0 is no number from 1 to 1000; write --capture-files 4, say",
        "--capture", "a.pcapng", "--capture-files", "0")]
    public void A_bad_option_is_refused_in_one_line_with_its_mend(string line, params string[] args)
    {
        var parsed = new ServerCommandLine().Parse(args);
        Assert.Equal(line, parsed.Fault!.ToString());
        Assert.Equal(ExitCodes.BadConfiguration, parsed.Fault.ExitCode);
        Assert.Null(parsed.Arguments);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_names_every_option(string option)
    {
        var help = new ServerCommandLine().Parse([option]).Answer!;
        string[] options =
        [
            "--capture <FILE.pcapng>", "--capture-size <SIZE>", "--capture-files <N>", "--config <FILE>",
            "--set <KEY=VALUE>", "--check-config", "--print-config", "--console", "--version", "--help",
        ];
        Assert.All(options, name => Assert.Contains(name, help, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_names_the_server_and_its_engine() =>
        Assert.Matches(@"^Actors\.Server \d+\.\d+\.\d+ on \S+ \d+\.\d+\.\d+$", new ServerCommandLine().Parse(["--version"]).Answer!);

    private static ServerArguments Arguments(params string[] args)
    {
        var parsed = new ServerCommandLine().Parse(args);
        Assert.Null(parsed.Fault);
        return parsed.Arguments!;
    }
}
