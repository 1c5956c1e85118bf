using Actors.Hub;
using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class ConfigPrinterTests
{
    [Fact]
    public void What_is_printed_parses_back_to_the_same()
    {
        var configuration = ConfigFolder.LoadText(
            """
            hub { interval = 1500 ms, log-level = off }
            hub.listeners.a { port = 1, host = "::1", room = "a\"b\\c" }
            hub.listeners.b { port = 2, enabled = off }
            """,
            "hub.grace=1", "hub.node=web-1", "hub.backplane=in-process", "hub.node-timeout=9s", "hub.limits.backplane-messages=7",
            "hub.limits.quarantine-time=90 s", "hub.dispatcher.throughput=7");
        var printed = ConfigPrinter.Print(configuration);
        var back = ConfigFolder.Options(printed);
        var options = configuration.Options!;
        Assert.Equal(options with { Actors = back.Actors, Listeners = back.Listeners }, back);
        Assert.Equal(options.Listeners.Select(l => l with { Where = "" }), back.Listeners.Select(l => l with { Where = "" }));
        Assert.Equal(7, back.Actors.GetInt("hub.dispatcher.throughput"));
    }

    [Fact]
    public void What_a_service_is_told_is_printed_with_its_listener_and_parses_back()
    {
        var options = ConfigFolder.Options(ConfigPrinter.Print(ConfigFolder.LoadText(
            """
            hub.listeners {
              a { port = 1, service = prefix, prefix = "", stop-on-q = on }
              b { port = 2, service = canned, reply = "a \"b\"\n你", delay = 5 s }
            }
            """)));
        Assert.Equal(
            [
                new ServiceOptions { Prefix = "", StopOnQ = true },
                new ServiceOptions { Reply = "a \"b\"\n你", Delay = TimeSpan.FromSeconds(5) },
            ],
            options.Listeners.Select(l => l.ToOptions().ServiceOptions));
    }

    [Fact]
    public void Each_value_says_where_it_comes_from()
    {
        var printed = ConfigPrinter.Print(ConfigFolder.LoadText("hub.grace = 1 ms", "hub.interval=1 s"));
        Assert.Matches("interval = 1 s +# --set hub.interval=1 s\n", printed);
        Assert.Matches("grace = 1 ms +# \\S+hub.conf:1\n", printed);
        Assert.Matches("log-level = info +# default\n", printed);
    }
}
