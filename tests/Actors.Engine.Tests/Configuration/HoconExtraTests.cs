using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Actors.Engine.Tests.Configuration;

/// <summary>What our parser takes where Akka.NET's is not known to.</summary>
public class HoconExtraTests
{
    [Theory]
    [InlineData("a = [ 1, 2, 3, ]")]
    [InlineData("a = [1,\n2\n\n,3]")]
    [InlineData("\uFEFFa = [1, 2, 3]")]
    public void An_array_may_be_written_like_this(string hocon)
    {
        Assert.Equal([1, 2, 3], ConfigurationFactory.ParseString(hocon).GetIntList("a"));
    }

    [Theory]
    [InlineData("a { b { c = 1")]
    [InlineData("a { b { c = 1 } } }")]
    [InlineData("a { b { c = 1 } } } nothing here counts")]
    public void Braces_need_not_balance_at_the_end_as_in_Akka_NET(string hocon)
    {
        Assert.Equal(1, ConfigurationFactory.ParseString(hocon).GetInt("a.b.c"));
    }

    [Fact]
    public void A_substitution_may_name_a_quoted_key_or_go_through_another()
    {
        var config = ConfigurationFactory.ParseString("b { \"c.d\" = 1 }\na = ${b.\"c.d\"}\ne = ${f.\"c.d\"}\nf = ${b}");

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(1, config.GetInt("e"));
    }

    [Fact]
    public void A_text_may_be_included_more_than_once()
    {
        var shared = Parser.Parse("x = 1\ny = ${x}\nz { w = 1 }", null);

        var config = ConfigurationFactory.ParseString("a { include \"s\"\n x = 2, z.w = 3 }\nb { include \"s\" }", _ => shared);

        Assert.Equal(2, config.GetInt("a.y"));
        Assert.Equal(3, config.GetInt("a.z.w"));
        Assert.Equal(1, config.GetInt("b.y"));
        Assert.Equal(1, config.GetInt("b.z.w"));
        Assert.Equal("1", shared.Value.GetObject()!.GetKey("y")!.GetString());
        Assert.Equal(["a.x", "b.x"], config.Substitutions.Select(substitution => substitution.Path));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void A_switch_may_be_yes_or_no(string text, bool expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString($"x = {text}").GetBoolean("x"));
    }

    [Fact]
    public void A_path_does_not_go_through_text()
    {
        Config text = "a { b = 1 }", nested = "a { b { c = 2 } }";

        Assert.False(text.HasPath("a.b.c"));
        Assert.False(text.WithFallback(nested).HasPath("a.b.c"));
        Assert.Null(text.WithFallback(nested).GetConfig("a.b.c"));
        Assert.Equal(1, text.WithFallback(nested).GetConfig("a.b")!.Root.GetInt());
    }

    [Fact]
    public void A_missing_list_is_empty()
    {
        Assert.Empty(Config.Empty.GetIntList("none"));
        Assert.Empty(Config.Empty.GetBooleanList("none"));
    }

    [Fact]
    public void No_text_is_the_empty_configuration()
    {
        Assert.True(ConfigurationFactory.ParseString(null).IsEmpty);
        Assert.True(ConfigurationFactory.Load().IsEmpty);
        Assert.Equal("", Config.Empty.ToString());
    }
}
