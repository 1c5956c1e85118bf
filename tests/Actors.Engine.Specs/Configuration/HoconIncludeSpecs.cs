using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Actors.Engine.Specs.Configuration;

/// <summary>Texts within a text, by a callback that knows their names.</summary>
public class HoconIncludeSpecs
{
    [Fact]
    public void An_included_text_is_where_the_word_stands()
    {
        var config = Parse("a {\n  b {\n    include \"foo\"\n  }\n}", ("foo", "x = 123\ny = hello"));

        Assert.Equal(123, config.GetInt("a.b.x"));
        Assert.Equal("hello", config.GetString("a.b.y"));
    }

    [Fact]
    public void The_later_value_wins()
    {
        var config = Parse("a { x = 1, o { p = 1, q = 1 }\n include \"foo\"\n y = 3 }", ("foo", "x = 2\ny = 2\no { q = 2 }"));

        Assert.Equal(2, config.GetInt("a.x"));
        Assert.Equal(3, config.GetInt("a.y"));
        Assert.Equal(1, config.GetInt("a.o.p"));
        Assert.Equal(2, config.GetInt("a.o.q"));
    }

    [Fact]
    public void Its_substitutions_are_found_from_its_own_root()
    {
        var config = Parse("a {\n  b {\n    include \"foo\"\n  }\n}", ("foo", "x = 123\ny = ${x}\nz = [${x}]"));

        Assert.Equal(123, config.GetInt("a.b.y"));
        Assert.Equal([123], config.GetIntList("a.b.z"));
    }

    [Fact]
    public void An_included_text_may_include()
    {
        var config = Parse("a.b { include \"foo\" }", ("foo", "f = 1\ne { include \"bar\" }"), ("bar", "x = 123\ny = ${x}"));

        Assert.Equal(1, config.GetInt("a.b.f"));
        Assert.Equal(123, config.GetInt("a.b.e.x"));
        Assert.Equal(123, config.GetInt("a.b.e.y"));
    }

    private static Config Parse(string hocon, params (string Name, string Text)[] texts)
    {
        return ConfigurationFactory.ParseString(hocon, Include);

        HoconRoot Include(string name) => Parser.Parse(texts.Single(text => text.Name == name).Text, Include);
    }
}
