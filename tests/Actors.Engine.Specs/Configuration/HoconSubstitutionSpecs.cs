using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>References within one text: <c>${path}</c>.</summary>
public class HoconSubstitutionSpecs
{
    [Theory]
    [InlineData("b = 1\na = ${b}", "1")]
    [InlineData("a = ${b}\nb = 1", "1")]
    [InlineData("b = 1\na = ${b}23", "123")]
    [InlineData("b = Roger\na = Hello my name is ${b}", "Hello my name is Roger")]
    [InlineData("b = x, c = y\na = ${b} ${c}", "x y")]
    [InlineData("b = ${c}, c = ${d}, d = 4\na = ${b}", "4")]
    [InlineData("b.c.d = deep\na = ${b.c.d}", "deep")]
    public void A_substitution_stands_for_text(string hocon, string expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));
    }

    [Fact]
    public void The_last_value_of_the_text_counts()
    {
        Assert.Equal(2, ConfigurationFactory.ParseString("b = 1\na = ${b}\nb = 2").GetInt("a"));
    }

    [Theory]
    [InlineData("b = [1,2,3]\na = ${b}", new[] { 1, 2, 3 })]
    [InlineData("b = [1,2,3]\na = ${b} [4,5]", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("b = [1,2]\na = [0] ${b}", new[] { 0, 1, 2 })]
    [InlineData("b = 7\na = [${b}, 8]", new[] { 7, 8 })]
    public void A_substitution_stands_for_an_array_or_an_element(string hocon, int[] expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetIntList("a"));
    }

    [Fact]
    public void A_substitution_stands_for_an_object()
    {
        var config = ConfigurationFactory.ParseString("a { b { foo = hello, bar = 123 }\n c { e = ${a.b} } }");

        Assert.Equal("hello", config.GetString("a.c.e.foo"));
        Assert.Equal(123, config.GetConfig("a.c.e")!.GetInt("bar"));
    }

    [Fact]
    public void A_dollar_in_quotes_is_only_a_dollar()
    {
        Assert.Equal("${b}", ConfigurationFactory.ParseString("b = 1\na = \"${b}\"").GetString("a"));
    }

    [Fact]
    public void A_substitution_that_leads_nowhere_is_an_error()
    {
        var error = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("a = ${does-not-exist}"));

        Assert.StartsWith("Unresolved substitution", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fallback_does_not_change_what_was_substituted()
    {
        var lower = ConfigurationFactory.ParseString("b = lower\na = ${b}");
        var config = ConfigurationFactory.ParseString("b = upper").WithFallback(lower);

        Assert.Equal("upper", config.GetString("b"));
        Assert.Equal("lower", config.GetString("a"));
    }
}
