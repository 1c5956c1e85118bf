using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>Keys, paths, objects and comments.</summary>
public class HoconObjectSpecs
{
    [Theory]
    [InlineData("foo.bar.baz : 42")]
    [InlineData("foo { bar { baz : 42 } }")]
    [InlineData("foo.bar { baz = 42 }")]
    [InlineData("foo = { bar.baz = 42 }")]
    [InlineData("{ foo.bar.baz = 42 }")]
    [InlineData("foo\n{\n  bar\n  {\n    baz = 42\n  }\n}")]
    [InlineData("\"foo\".\"bar\".\"baz\" = 42")]
    [InlineData("{ \"foo\" : { \"bar\" : { \"baz\" : 42 } } }")]
    public void A_path_is_written_with_dots_or_braces(string hocon)
    {
        Assert.Equal(42, ConfigurationFactory.ParseString(hocon).GetInt("foo.bar.baz"));
    }

    [Theory]
    [InlineData("3 : 42", "3")]
    [InlineData("3.14 : 42", "3.14")]
    [InlineData("true : 42", "true")]
    [InlineData("a b c : 42", "a b c")]
    [InlineData("kebab-case_2 : 42", "kebab-case_2")]
    [InlineData("/user/foo : 42", "/user/foo")]
    [InlineData("includes : 42", "includes")]
    public void A_key_needs_no_quotes_for_these(string hocon, string path)
    {
        Assert.Equal(42, ConfigurationFactory.ParseString(hocon).GetInt(path));
    }

    [Fact]
    public void A_quoted_key_may_hold_what_a_path_may_not()
    {
        var config = ConfigurationFactory.ParseString("""
            a {
              "some quoted, key" = 1
              "/abc/d.ev/*".d = 2
            }
            """);

        Assert.Equal(1, config.GetInt("a.some quoted, key"));
        Assert.Equal(2, config.GetInt("""a."/abc/d.ev/*".d"""));
        Assert.Equal(2, config.GetConfig("a")!.GetConfig("\"/abc/d.ev/*\"")!.GetInt("d"));
        Assert.Equal(["some quoted, key", "/abc/d.ev/*"], config.GetConfig("a")!.AsEnumerable().Select(member => member.Key));
    }

    [Fact]
    public void Members_stand_on_lines_of_their_own_or_between_commas()
    {
        var config = ConfigurationFactory.ParseString("a = 1, b = 2,\nc : 3\n d { e = 4, f = 5 }\ng = 6,");

        Assert.Equal([1, 2, 3, 4, 5, 6], new[] { "a", "b", "c", "d.e", "d.f", "g" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void Comments_end_with_their_line()
    {
        var config = ConfigurationFactory.ParseString("""
            # a = 0
            a = 1 # one
            b = 2// two
            c { // an object
              # nothing
              d = "# no comment // either"
            } # the end
            e = [ # a list
              1 // its first
              # between
              2 ]
            """);

        Assert.Equal("1", config.GetString("a"));
        Assert.Equal("2", config.GetString("b"));
        Assert.Equal("# no comment // either", config.GetString("c.d"));
        Assert.Equal([1, 2], config.GetIntList("e"));
    }

    [Fact]
    public void The_lines_of_a_file_from_Windows_end_where_they_should()
    {
        var config = ConfigurationFactory.ParseString("a = one\r\nb {\r\n  c = two # x\r\n}\r\n");

        Assert.Equal("one", config.GetString("a"));
        Assert.Equal("two", config.GetString("b.c"));
    }

    [Fact]
    public void A_value_takes_the_place_of_an_earlier_one()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1 }\na.b = 2\nlist = [1]\nlist = [2]");

        Assert.Equal(2, config.GetInt("a.b"));
        Assert.Equal([2], config.GetIntList("list"));
    }

    [Fact]
    public void An_object_is_added_to_an_earlier_one()
    {
        var config = ConfigurationFactory.ParseString("a.b { x = 1, y = 2 }\na.b = { y = 3, z = 4 }");

        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(3, config.GetInt("a.b.y"));
        Assert.Equal(4, config.GetInt("a.b.z"));
    }

    [Fact]
    public void A_null_between_two_objects_forgets_the_first()
    {
        var config = ConfigurationFactory.ParseString("a.b = 1\na = null\na.c = 3");

        Assert.Null(config.GetString("a.b"));
        Assert.Equal(3, config.GetInt("a.c"));
    }

    [Fact]
    public void Members_keep_the_order_of_the_text()
    {
        var config = ConfigurationFactory.ParseString("z = 1\na = 2\nm = 3\nz = 4");

        Assert.Equal(["z", "a", "m"], config.AsEnumerable().Select(member => member.Key));
    }

    [Fact]
    public void Nested_objects_come_as_dictionaries()
    {
        var unwrapped = ConfigurationFactory.ParseString("a { b { c = 1 } }").Root.GetObject()!.Unwrapped;

        var a = Assert.IsAssignableFrom<IDictionary<string, object>>(unwrapped["a"]);
        var b = Assert.IsAssignableFrom<IDictionary<string, object>>(a["b"]);
        Assert.Equal("1", b["c"].ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("# only a comment")]
    [InlineData("{}")]
    public void A_text_without_members_is_an_empty_configuration(string hocon)
    {
        var config = ConfigurationFactory.ParseString(hocon);

        Assert.True(config.IsEmpty);
        Assert.True(config.IsNullOrEmpty());
        Assert.Empty(config.AsEnumerable());
    }

    [Theory]
    [InlineData("test-ab12")]
    [InlineData("a = 1\nb.c")]
    [InlineData("a { b = 1")]
    public void A_text_may_end_after_a_key_and_within_an_object(string hocon)
    {
        var config = ConfigurationFactory.ParseString(hocon);
        Assert.Equal("0", config.WithFallback("z = 0").GetString("z"));
        Assert.Null(config.GetString("test-ab12"));
    }
}
