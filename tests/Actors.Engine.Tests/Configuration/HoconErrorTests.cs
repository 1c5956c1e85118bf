using Akka.Configuration;

namespace Actors.Engine.Tests.Configuration;

/// <summary>What our parser says of a text that is no HOCON. Akka.NET's takes some of these, loops or overflows on others.</summary>
public class HoconErrorTests
{
    [Theory]
    [InlineData("a = 1\nb = x:y", "line 2, column 6", "needs quotes")]
    [InlineData("a = [1, x:y]", "line 1, column 10", "needs quotes")]
    [InlineData("a = [1,, 2]", "line 1, column 8", "needs quotes")]
    [InlineData("a = 1 = 2", "line 1, column 7", "needs quotes")]
    [InlineData("a =", "line 1, column 4", "where a value should begin")]
    [InlineData("a\nb = 1", "line 2, column 1", "after a key")]
    [InlineData("a += 1", "line 1, column 3", "after a key")]
    [InlineData("= 1", "line 1, column 1", "cannot begin a key")]
    [InlineData("a. = 1", "line 1, column 4", "cannot begin a key")]
    [InlineData("{{ a = 1 }}", "line 1, column 2", "cannot begin a key")]
    [InlineData("a = 1,,b = 2", "line 1, column 7", "cannot begin a key")]
    [InlineData("a = \"x\n\n", "line 1, column 5", "never closed")]
    [InlineData("a = \"\"\"x\"\"", "line 1, column 5", "never closed")]
    [InlineData("a = \n [1, 2", "line 2, column 2", "never closed")]
    [InlineData("a = ${b", "line 1, column 5", "never closed")]
    [InlineData("a = ${?b}", "line 1, column 5", "optional")]
    [InlineData("a = \"\\q\"", "line 1, column 6", "escape")]
    [InlineData("a = \"\\u00g0\"", "line 1, column 6", "hexadecimal")]
    [InlineData("include \"x\"", "line 1, column 1", "include")]
    public void The_error_says_where_and_what(string hocon, string where, string what)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

        Assert.StartsWith($"{where}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = [1]\na = ${a} [2]")]
    [InlineData("a = ${b}, b = ${a}")]
    [InlineData("a { b = ${a} }")]
    [InlineData("a = [${b}], b { c = x${a}y }")]
    public void A_substitution_that_leads_back_to_itself_is_an_error(string hocon)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

        Assert.Contains("leads back to itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_substitution_that_leads_nowhere_says_where_it_is()
    {
        var error = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("a = 1\n  b = ${c.d}"));

        Assert.Equal("Unresolved substitution: c.d, line 2, column 7", error.Message);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Depth_is_an_error_before_the_stack_ends(char open)
    {
        var nested = string.Concat(Enumerable.Repeat(open == '[' ? "[" : "{ a = ", 100_000));

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString($"a = {nested}"));

        Assert.Contains("deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_taken_or_is_an_error_and_nothing_else()
    {
        const string Alphabet = "ab{}[]=:,.\"\\$ \n#/+x1";
        var random = new Random(1); // fixed, so that a failure comes again

        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Create(random.Next(1, 24), random, static (span, from) => from.GetItems(Alphabet.AsSpan(), span));
            try
            {
                var config = ConfigurationFactory.ParseString(text);
                Assert.Equal(config.ToString(), ConfigurationFactory.ParseString(config.ToString()).ToString());
            }
            catch (Exception expected) when (expected is ConfigurationException or FormatException)
            {
                // the text was none
            }
        }
    }
}
