using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Hosting.Tests;

public sealed class AddHoconSpecs
{
    [Theory]
    [InlineData(HoconAddMode.Append, "old", "old", "new")]
    [InlineData(HoconAddMode.Prepend, "new", "old", "new")]
    [InlineData(HoconAddMode.Replace, "new", null, "new")]
    public void The_mode_says_who_wins_and_what_stays(HoconAddMode mode, string? both, string? before, string? after)
    {
        var builder = Builder()
            .AddHocon("both = old\nbefore = old", HoconAddMode.Append)
            .AddHocon("both = new\nafter = new", mode);

        var config = builder.Configuration.Value;
        Assert.Equal(both, config.GetString("both"));
        Assert.Equal(before, config.GetString("before"));
        Assert.Equal(after, config.GetString("after"));
    }

    [Theory]
    [InlineData(HoconAddMode.Append)]
    [InlineData(HoconAddMode.Prepend)]
    [InlineData(HoconAddMode.Replace)]
    public void The_first_HOCON_stands_in_any_mode(HoconAddMode mode)
    {
        Assert.False(Builder().Configuration.HasValue);
        Assert.Equal("new", Builder().AddHocon("key = new", mode).Configuration.Value.GetString("key"));
    }

    [Fact]
    public async Task The_system_runs_with_what_was_added_above_the_defaults()
    {
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddHocon("akka.actor.ask-timeout = 7s\nmine.key = 1", HoconAddMode.Prepend));

        Assert.Equal(TimeSpan.FromSeconds(7), hosted.System.Settings.AskTimeout);
        Assert.Equal(1, hosted.System.Settings.Config.GetInt("mine.key"));
        Assert.True(hosted.System.Settings.Config.HasPath("akka.actor.default-dispatcher"));
    }

    [Fact]
    public async Task WithActorAskTimeout_sets_how_long_an_ask_waits()
    {
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddHocon("akka.actor.ask-timeout = 7s", HoconAddMode.Prepend)
            .WithActorAskTimeout(TimeSpan.FromMilliseconds(1500)));

        Assert.Equal(TimeSpan.FromMilliseconds(1500), hosted.System.Settings.AskTimeout);
    }

    [Fact]
    public void A_file_is_added_as_its_text_would_be()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "both = file\nafter = file");
            var config = Builder()
                .AddHocon("both = old", HoconAddMode.Append)
                .AddHoconFile(file, HoconAddMode.Append)
                .Configuration.Value;

            Assert.Equal("old", config.GetString("both"));
            Assert.Equal("file", config.GetString("after"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Configuration_of_the_host_becomes_HOCON_below_its_sections_path()
    {
        var config = FromHost(section: "akka", normalizeKeys: true);

        Assert.True(config.GetBoolean("akka.actor.telemetry.enabled"));
        Assert.Equal(["front-end", "back-end"], config.GetStringList("akka.cluster.roles"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.cluster.seed-node-timeout"));
        Assert.Equal("dotted", config.GetString("akka.a.b"));
        Assert.False(config.HasPath("other"));
    }

    [Fact]
    public void Configuration_keeps_its_keys_where_it_is_told_to()
    {
        var config = FromHost(section: "AKKA", normalizeKeys: false);

        Assert.True(config.GetBoolean("AKKA.ACTOR.TELEMETRY.ENABLED"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("AKKA.CLUSTER.SEED_NODE_TIMEOUT"));
    }

    [Fact]
    public void Keys_may_hold_what_the_names_of_environment_variables_do()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ProgramFiles(x86)"] = "C:\\Program Files (x86)",
            ["a:\"Dots.Within\":b"] = "quoted \"text\"\nand more",
        }).Build();
        var config = Builder().AddHocon(configuration, HoconAddMode.Prepend, normalizeKeys: false).Configuration.Value;

        Assert.Equal("C:\\Program Files (x86)", config.GetString("\"ProgramFiles(x86)\""));
        Assert.Equal("quoted \"text\"\nand more", config.GetString("a.\"Dots.Within\".b"));
    }

    [Fact]
    public void What_stands_in_quotes_keeps_its_case_even_where_keys_are_normalized()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AKKA:\"My_Type.Name\":Some_Key"] = "value",
        }).Build();
        var config = Builder().AddHocon(configuration, HoconAddMode.Prepend).Configuration.Value;
        Assert.Equal("value", config.GetString("akka.\"My_Type.Name\".some-key"));
    }

    private static Config FromHost(string section, bool normalizeKeys)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AKKA:ACTOR:TELEMETRY:ENABLED"] = "true",
            ["AKKA:CLUSTER:ROLES:0"] = "front-end",
            ["AKKA:CLUSTER:ROLES:1"] = "back-end",
            ["AKKA:CLUSTER:SEED_NODE_TIMEOUT"] = "5s",
            ["AKKA:A.B"] = "dotted",
            ["Other:Key"] = "elsewhere",
        }).Build();
        return Builder().AddHocon(configuration.GetSection(section), HoconAddMode.Prepend, normalizeKeys).Configuration.Value;
    }

    private static AkkaConfigurationBuilder Builder() => new(new ServiceCollection(), "builder");
}
