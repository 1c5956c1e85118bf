using Akka.Configuration;

namespace Actors.Engine.Tests.Configuration;

/// <summary>A configuration as text.</summary>
public class ConfigPrinterTests
{
    [Fact]
    public void Every_kind_of_value_has_its_form()
    {
        var config = ConfigurationFactory.ParseString(
            """
            server { host = 127.0.0.1, "a.b" = x, "" = y }
            interval = 10 s
            list = [1, two words, [3], { four = 4 }]
            nothing = null
            blank = ""
            unset =
            """ + " \n}");

        Assert.Equal(
            """
            server : {
              host : 127.0.0.1
              "a.b" : x
              "" : y
            }
            interval : "10 s"
            list : [1, "two words", [3], {
              four : 4
            }]
            nothing : null
            blank : ""
            unset : []

            """,
            config.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80/")]
    [InlineData("a \"b\" \\ c")]
    [InlineData("one\ntwo\r\n\tthree \u0001")]
    [InlineData("${x}")]
    [InlineData("# x // y")]
    [InlineData("{}[]:=,+`^?!@*&")]
    [InlineData("ä€\U0001F600")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var printed = ConfigurationFactory.FromObject(new { text }).ToString();

        Assert.Equal(text, ConfigurationFactory.ParseString(printed).GetString("text"));
    }

    [Fact]
    public void A_substitution_is_printed_as_what_it_stands_for()
    {
        Assert.Equal("a : 1\nb : [1, 1]\n", ConfigurationFactory.ParseString("a = 1\nb = [${a}, ${a}]").ToString());
    }

    [Fact]
    public void An_object_as_a_value_has_braces_from_the_first_level_on()
    {
        var value = ConfigurationFactory.ParseString("a { b = 1 }").GetValue("a")!;

        Assert.Equal("b : 1\n", value.ToString());
        Assert.Equal("{\n    b : 1\n  }", value.ToString(1));
    }
}
