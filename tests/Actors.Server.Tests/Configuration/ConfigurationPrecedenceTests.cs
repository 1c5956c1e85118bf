using Actors.Hub;
using Actors.Server.Configuration;
using Microsoft.Extensions.Logging;

namespace Actors.Server.Tests.Configuration;

public class ConfigurationPrecedenceTests
{
    [Fact]
    public void Without_any_file_the_hub_is_the_default_one()
    {
        using var folder = new ConfigFolder();
        var configuration = folder.Load();
        Assert.Null(configuration.File);
        var hub = configuration.Options!.ToHubOptions();
        Assert.Equal(HubOptions.Default with { Listeners = hub.Listeners }, hub);
        Assert.Equal(HubOptions.Default.Listeners, hub.Listeners);
    }

    [Fact]
    public void The_file_beside_the_executable_is_read_when_there_is_none_in_the_working_folder()
    {
        using var folder = new ConfigFolder();
        folder.Write("bin/hocon/hub.conf", "hub.interval = 3 s");
        Assert.Equal(TimeSpan.FromSeconds(3), folder.Load().Options!.Interval);

        folder.Write("hocon/hub.conf", "hub.interval = 2 s");
        Assert.Equal(TimeSpan.FromSeconds(2), folder.Load().Options!.Interval);

        var own = folder.Write("own.conf", "hub.interval = 1 s");
        Assert.Equal(TimeSpan.FromSeconds(1), folder.Load("--config", own).Options!.Interval);
    }

    [Fact]
    public void The_command_line_wins_over_the_file_and_its_last_word_over_its_first()
    {
        const string file = "hub { interval = 1 s, grace = 100 ms, log-level = debug }";
        var options = ConfigFolder.Options(file, "hub.grace=200 ms", "hub.grace=300 ms");
        Assert.Equal(TimeSpan.FromSeconds(1), options.Interval);
        Assert.Equal(TimeSpan.FromMilliseconds(300), options.Grace);
        Assert.Equal(LogLevel.Debug, options.LogLevel);
        Assert.Equal(HubLimits.Default, options.Limits);
    }

    [Fact]
    public void A_value_on_the_command_line_is_text_unless_it_looks_like_HOCON()
    {
        Assert.Equal("[::1]:9999", Only(ConfigFolder.Options("", "hub.listeners.chat.host=::1")).Local.ToString());
        Assert.Equal("[::1]:9999", Only(ConfigFolder.Options("", "hub.listeners.chat.host=\"::1\"")).Local.ToString());
        Assert.Equal("127.0.0.1:7", Only(ConfigFolder.Options("", "hub.listeners.chat={ port = 7 }")).Local.ToString());
        Assert.Equal("a=b\\c", Only(ConfigFolder.Options("", "hub.listeners.chat.room=a=b\\c")).Room.Value);
    }

    [Fact]
    public void The_command_line_alone_may_add_a_listener()
    {
        var options = ConfigFolder.Options("hub.listeners.chat.room = hall", "hub.listeners.second.port=9998");
        Assert.Equal(
            ["chat udp 127.0.0.1:9999 hall", "second udp 127.0.0.1:9998 lobby"],
            options.Enabled.Select(l => $"{l.Name} udp {l.Local} {l.Room}"));
    }

    [Fact]
    public void A_file_that_names_listeners_has_no_other()
    {
        var options = ConfigFolder.Options("hub.listeners.b { port = 1 }\nhub.listeners.a { port = 2, service = echo }");
        Assert.Equal(["b", "a"], options.Listeners.Select(l => l.Name));
        Assert.Equal("chat", Only(ConfigFolder.Options("hub.interval = 1 s")).Name);
    }

    [Fact]
    public void A_disabled_listener_stays_closed_and_its_port_is_free_for_another()
    {
        var options = ConfigFolder.Options("hub.listeners.chat {}\nhub.listeners.other.port = 9999", "hub.listeners.chat.enabled=off");
        Assert.Equal(["other"], options.Enabled.Select(l => l.Name));
        Assert.Equal(["chat", "other"], options.Listeners.Select(l => l.Name));
        Assert.Equal(["other"], options.ToHubOptions().Listeners.Select(l => l.Name));
    }

    [Fact]
    public void A_listener_s_interval_is_the_hub_s_unless_it_has_its_own()
    {
        var options = ConfigFolder.Options("hub.interval = 3 s\nhub.listeners.a.port = 1\nhub.listeners.b { port = 2, interval = 1 s }");
        Assert.Equal([3.0, 1.0], options.Listeners.Select(l => l.Interval.TotalSeconds));
    }

    [Fact]
    public void Substitutions_hold_within_the_file_and_their_sources_are_no_unknown_keys()
    {
        var options = ConfigFolder.Options(
            """
            usual { port = 7001, room = hall }
            hub.listeners.a = ${usual}
            hub.listeners.b { port = 7002, room = ${usual.room} }
            """);
        Assert.Equal(["a 127.0.0.1:7001 hall", "b 127.0.0.1:7002 hall"], options.Listeners.Select(l => $"{l.Name} {l.Local} {l.Room}"));
    }

    [Fact]
    public void The_engine_s_own_keys_come_from_its_file_and_may_be_set()
    {
        Assert.True(ConfigFolder.Options("").Actors.HasPath("hub.dispatcher.throughput"));
        var options = ConfigFolder.Options("hub.dispatcher.throughput = 7", "akka.loglevel=ERROR");
        Assert.Equal(7, options.Actors.GetInt("hub.dispatcher.throughput"));
        Assert.Equal("ERROR", options.Actors.GetString("akka.loglevel"));
        Assert.False(string.IsNullOrEmpty(options.Actors.GetString("hub.dispatcher.type")));
    }

    private static ListenerSetting Only(ServerOptions options) => Assert.Single(options.Listeners);
}
