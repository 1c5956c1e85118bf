using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>Text, arrays and null.</summary>
public class HoconValueSpecs
{
    private const string ThreeQuotes = "\"\"\"";

    [Theory]
    [InlineData("a=1", "1")]
    [InlineData("a= \t \t 1 \t \t,", "1")]
    [InlineData("a= \t 1 2  3 \t ", "1 2  3")]
    [InlineData("a = hello world", "hello world")]
    [InlineData("a = 127.0.0.1", "127.0.0.1")]
    [InlineData("a = /usr/bin", "/usr/bin")]
    [InlineData("a = foo\"bar\" baz", "foobar baz")]
    [InlineData("a =\n  b", "b")]
    public void Text_without_quotes_goes_to_the_end_of_the_line(string hocon, string expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));
    }

    [Theory]
    [InlineData("""a = "" """, "")]
    [InlineData("""a = "hello" """, "hello")]
    [InlineData("""a = "{}[]:=,+#`^?!@*&" """, "{}[]:=,+#`^?!@*&")]
    [InlineData("""a = "a \"b\" \\ \/ c" """, "a \"b\" \\ / c")]
    [InlineData("""a = "1\n2\t3\r4" """, "1\n2\t3\r4")]
    [InlineData("""a = "\u00e4\u20AC" """, "ä€")]
    [InlineData("""a = "::1" """, "::1")]
    public void Text_in_quotes_is_as_JSON_has_it(string hocon, string expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));
    }

    [Theory]
    [InlineData(@"hello\y\o\u")]
    [InlineData(@"C:\Dev\somepath\to\a\file.txt")]
    [InlineData("one\ntwo \"quoted\" # three")]
    public void Text_in_three_quotes_is_taken_as_it_is(string text)
    {
        Assert.Equal(text, ConfigurationFactory.ParseString($"a = {ThreeQuotes}{text}{ThreeQuotes}").GetString("a"));
    }

    [Theory]
    [InlineData("a = akka.tcp://Cluster@127.0.0.1:4053")]
    [InlineData("a = [akka.tcp://Cluster@127.0.0.1:4053]")]
    public void Text_that_needs_quotes_and_has_none_is_an_error(string hocon)
    {
        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));
    }

    [Theory]
    [InlineData("a = [1,2,3]")]
    [InlineData("a = [ 1, 2, 3 ]")]
    [InlineData("a = [\n  1\n  2\n  3\n]")]
    [InlineData("a = [1,2] [3]")]
    [InlineData("a = [\"1\", \"2\", \"3\"]")]
    public void The_elements_of_an_array_stand_between_commas_or_on_lines_of_their_own(string hocon)
    {
        Assert.Equal([1, 2, 3], ConfigurationFactory.ParseString(hocon).GetIntList("a"));
    }

    [Fact]
    public void An_element_may_be_several_words()
    {
        Assert.Equal(["1 2 3 4", "b c"], ConfigurationFactory.ParseString("a = [1 2 3 4, b c]").GetStringList("a"));
    }

    [Fact]
    public void An_array_may_be_empty()
    {
        Assert.Empty(ConfigurationFactory.ParseString("a = []").GetStringList("a"));
    }

    [Fact]
    public void An_array_may_hold_arrays_and_objects()
    {
        var config = ConfigurationFactory.ParseString("nested = [[1,2] [3], [4]]\nobjects = [{ x = 1 }, { x = 2 }]");

        Assert.Equal([3, 1], config.GetValue("nested")!.GetArray().Select(element => element.GetArray().Count));
        Assert.Equal([1, 2], config.GetValue("objects")!.GetArray().Select(element => element.GetObject()!.GetKey("x")!.GetInt()));
    }

    [Fact]
    public void Text_is_no_array_and_an_array_no_text()
    {
        var config = ConfigurationFactory.ParseString("text = x\narray = [1]\nobject { y = 1 }");

        Assert.Empty(config.GetStringList("text"));
        Assert.Null(config.GetString("array"));
        Assert.Null(config.GetString("object"));
        Assert.True(config.GetValue("text")!.IsString());
        Assert.False(config.GetValue("array")!.IsString());
        Assert.True(config.GetValue("array")!.IsArray());
        Assert.True(config.GetValue("object")!.IsObject());
        Assert.False(config.GetValue("text")!.IsObject());
    }

    [Fact]
    public void Null_is_there_and_has_no_text()
    {
        var config = ConfigurationFactory.ParseString("a = null");

        Assert.Null(config.GetString("a"));
        Assert.Null(config.GetString("a", "default"));
        Assert.True(config.HasPath("a"));
    }
}
