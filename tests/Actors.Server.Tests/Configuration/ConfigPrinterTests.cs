using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class ConfigPrinterTests
{
    [Fact]
    public void What_is_printed_parses_back_to_the_same()
    {
        var configuration = ConfigFolder.LoadText(
            "hub { interval = 1500 ms, log-level = off }\nhub.listeners.a { port = 1, host = \"::1\", room = \"a\\\"b\\\\c\" }\nhub.listeners.b { port = 2, enabled = off }",
            "hub.grace=1", "hub.limits.quarantine-time=90 s", "hub.dispatcher.throughput=7");
        var printed = ConfigPrinter.Print(configuration);
        var back = ConfigFolder.Options(printed);
        var options = configuration.Options!;
        Assert.Equal(options with { Actors = back.Actors, Listeners = back.Listeners }, back);
        Assert.Equal(options.Listeners.Select(l => l with { Where = "" }), back.Listeners.Select(l => l with { Where = "" }));
        Assert.Equal(7, back.Actors.GetInt("hub.dispatcher.throughput"));
    }

    [Fact]
    public void Each_value_says_where_it_comes_from()
    {
        var lines = ConfigPrinter.Print(ConfigFolder.LoadText("hub.grace = 1 ms", "hub.interval=1 s")).Split('\n').Select(l => l.Trim()).ToList();
        Assert.Contains(lines, l => l.StartsWith("interval = 1 s ", StringComparison.Ordinal) && l.EndsWith("# --set hub.interval=1 s", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("grace = 1 ms ", StringComparison.Ordinal) && l.EndsWith("hub.conf:1", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("log-level = info ", StringComparison.Ordinal) && l.EndsWith("# default", StringComparison.Ordinal));
    }
}
