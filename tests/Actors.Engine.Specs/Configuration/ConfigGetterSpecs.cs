using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>Values by path, as what the caller wants them to be.</summary>
public class ConfigGetterSpecs
{
    private static readonly Config Config = ConfigurationFactory.ParseString("""
        int = 42
        negative = -7
        long = 5000000000
        double = 1.23
        list = [1, 2]
        fractions = [1.5, 2]
        switches = [on, off, true]
        object { child = 1 }
        text = hello
        """);

    [Fact]
    public void A_value_is_converted()
    {
        Assert.Equal("42", Config.GetString("int"));
        Assert.Equal(42, Config.GetInt("int"));
        Assert.Equal(-7, Config.GetInt("negative"));
        Assert.Equal(5_000_000_000, Config.GetLong("long"));
        Assert.Equal(1.23, Config.GetDouble("double"));
        Assert.Equal(1.23f, Config.GetFloat("double"));
        Assert.Equal(1.23m, Config.GetDecimal("double"));
        Assert.Equal(42, Config.GetValue("int")!.GetByte());
    }

    [Fact]
    public void The_elements_of_a_list_are_converted()
    {
        Assert.Equal(["1", "2"], Config.GetStringList("list"));
        Assert.Equal([1, 2], Config.GetIntList("list"));
        Assert.Equal([1L, 2L], Config.GetLongList("list"));
        Assert.Equal([(byte)1, (byte)2], Config.GetByteList("list"));
        Assert.Equal([1.5, 2.0], Config.GetDoubleList("fractions"));
        Assert.Equal([1.5f, 2.0f], Config.GetFloatList("fractions"));
        Assert.Equal([1.5m, 2.0m], Config.GetDecimalList("fractions"));
        Assert.Equal([true, false, true], Config.GetBooleanList("switches"));
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    [InlineData("\"on\"", true)]
    public void A_switch_is_on_or_off(string text, bool expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString($"x = {text}").GetBoolean("x", !expected));
    }

    [Fact]
    public void A_missing_path_gives_the_default()
    {
        Assert.Equal("d", Config.GetString("none", "d"));
        Assert.True(Config.GetBoolean("none", true));
        Assert.Equal(1, Config.GetInt("none", 1));
        Assert.Equal(2, Config.GetLong("none", 2));
        Assert.Equal(3, Config.GetFloat("none", 3));
        Assert.Equal(4, Config.GetDouble("none", 4));
        Assert.Equal(5, Config.GetDecimal("none", 5));
        Assert.Equal(6, Config.GetByteSize("none", 6));
        Assert.Equal(TimeSpan.FromSeconds(7), Config.GetTimeSpan("none", TimeSpan.FromSeconds(7)));
        Assert.Equal(["d"], Config.GetStringList("none", ["d"]));
    }

    [Fact]
    public void A_missing_path_without_a_default_gives_nothing()
    {
        Assert.Null(Config.GetString("none"));
        Assert.False(Config.GetBoolean("none"));
        Assert.Equal(0, Config.GetInt("none"));
        Assert.Null(Config.GetByteSize("none"));
        Assert.Equal(TimeSpan.Zero, Config.GetTimeSpan("none"));
        Assert.Empty(Config.GetStringList("none"));
        Assert.Null(Config.GetValue("none"));
        Assert.Null(Config.GetConfig("none"));
        Assert.True(Config.GetConfig("none").IsNullOrEmpty());
    }

    [Theory]
    [InlineData("object", true)]
    [InlineData("object.child", true)]
    [InlineData("object.other", false)]
    [InlineData("none.child", false)]
    public void A_path_is_there_or_not(string path, bool expected)
    {
        Assert.Equal(expected, Config.HasPath(path));
    }

    [Fact]
    public void Keys_tell_upper_from_lower_case()
    {
        Assert.False(Config.HasPath("Object.child"));
    }

    [Fact]
    public void What_does_not_fit_is_an_error()
    {
        Assert.Throws<FormatException>(() => Config.GetInt("text"));
        Assert.Throws<FormatException>(() => Config.GetDouble("text"));
        Assert.Throws<OverflowException>(() => Config.GetInt("long"));
        Assert.Throws<NotSupportedException>(() => Config.GetBoolean("text"));
    }

    [Fact]
    public void A_value_becomes_a_configuration()
    {
        Assert.Equal(1, Config.GetValue("object")!.ToConfig().GetInt("child"));
        Assert.Equal(42, Config.GetValue("int")!.AtKey("answer").GetInt("answer"));
    }

    [Fact]
    public void An_object_becomes_a_configuration()
    {
        var config = ConfigurationFactory.FromObject(new { text = "a \"b\", c", nested = new { numbers = new[] { 1, 2 }, on = true } });

        Assert.Equal("a \"b\", c", config.GetString("text"));
        Assert.Equal([1, 2], config.GetIntList("nested.numbers"));
        Assert.True(config.GetBoolean("nested.on"));
    }

    [Fact]
    public void A_missing_configuration_is_named_in_the_error()
    {
        var error = ConfigurationException.NullOrEmptyConfig<ConfigGetterSpecs>("a.b");

        Assert.Contains(nameof(ConfigGetterSpecs), error.Message, StringComparison.Ordinal);
        Assert.Contains("a.b", error.Message, StringComparison.Ordinal);
    }
}
