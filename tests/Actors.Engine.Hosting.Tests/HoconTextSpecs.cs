using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;

namespace Actors.Engine.Hosting.Tests;

public sealed class HoconTextSpecs
{
    [Theory]
    [InlineData("plain and spaces", "plain and spaces")]
    [InlineData("", "\"\"")]
    [InlineData("$", "\"$\"")]
    [InlineData("a:b", "\"a:b\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("\"", "\"\\\"\"")]
    [InlineData("/", "\"\\/\"")]
    [InlineData("a\b\f\n\r\tz", "\"a\\b\\f\\n\\r\\tz\"")]
    [InlineData("\uFB2F", "\"\\ufb2f\"")]
    [InlineData("Server=A\\B;pwd=--;Max Pool Size=120;", "\"Server=A\\\\B;pwd=--;Max Pool Size=120;\"")]
    public void A_string_has_quotes_and_escapes_where_it_needs_them_and_reads_back(string text, string hocon)
    {
        Assert.Equal(hocon, text.ToHocon());
        Assert.Equal(text, ConfigurationFactory.ParseString($"key = {hocon}").GetString("key"));
    }

    [Fact]
    public void Values_are_written_without_regard_to_culture()
    {
        Assert.Equal("null", ((string?)null).ToHocon());
        Assert.Equal("on off", $"{true.ToHocon()} {((bool?)false).ToHocon()}");
        Assert.Equal("1 -2 1.5 0.25", $"{1.ToHocon()} {(-2L).ToHocon()} {1.5f.ToHocon()} {0.25.ToHocon()}");
        Assert.Throws<ConfigurationException>(() => ((int?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((TimeSpan?)null).ToHocon());
    }

    [Theory]
    [InlineData(1500, true, true, "1500")]
    [InlineData(0, true, false, "0")]
    [InlineData(0, true, true, "infinite")]
    [InlineData(0, false, false, "0")]
    [InlineData(0, false, true, null)]
    [InlineData(-1, true, false, "infinite")]
    [InlineData(-1, false, false, null)]
    public void A_duration_may_be_infinite_where_that_is_allowed(int milliseconds, bool allow, bool zero, string? hocon)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        if (hocon is null) Assert.Throws<ConfigurationException>(() => time.ToHocon(allow, zero));
        else Assert.Equal(hocon, time.ToHocon(allow, zero));
    }

    [Fact]
    public void A_configuration_moves_below_a_path()
    {
        var moved = ConfigurationFactory.ParseString("a: 1").WithFallback("b: { c: 2 }").MoveTo("x.y.z");
        Assert.Equal(1, moved.GetInt("x.y.z.a"));
        Assert.Equal(2, moved.GetInt("x.y.z.b.c"));
    }

    [Theory]
    [InlineData(TriStateValue.All, "on")]
    [InlineData(TriStateValue.None, "off")]
    [InlineData(TriStateValue.Some, "10")]
    public void Options_of_dead_letters_are_HOCON_from_the_root(TriStateValue should, string hocon)
    {
        var config = ConfigurationFactory.ParseString(new DeadLetterOptions { ShouldLog = should }.ToString());
        Assert.Equal(hocon, config.GetString("akka.log-dead-letters"));
    }

    [Fact]
    public void A_count_of_dead_letters_says_that_so_many_are_logged_and_no_time_that_it_is_for_good()
    {
        var config = ConfigurationFactory.ParseString(new DeadLetterOptions { LogCount = 99, LogSuspendDuration = TimeSpan.Zero }.ToString());
        Assert.Equal(99, config.GetInt("akka.log-dead-letters"));
        Assert.Equal("infinite", config.GetString("akka.log-dead-letters-suspend-duration"));
    }

    [Fact]
    public async Task The_provider_that_was_chosen_goes_before_the_configured_one()
    {
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddHocon("akka.actor.provider = remote", HoconAddMode.Prepend)
            .WithActorRefProvider(ProviderSelection.Local.Instance));
        Assert.Same(ProviderSelection.Local.Instance, hosted.System.Settings.ProviderSelectionType);
    }
}
