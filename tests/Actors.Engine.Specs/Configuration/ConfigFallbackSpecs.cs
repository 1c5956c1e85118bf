using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>One configuration over another.</summary>
public class ConfigFallbackSpecs
{
    private static readonly Config Upper = ConfigurationFactory.ParseString("foo.bar { a = 123 }");
    private static readonly Config Lower = ConfigurationFactory.ParseString("foo.bar { a = 1, b = 2, list = [1, 2] }\nbaz = 4");

    [Fact]
    public void What_is_missing_comes_from_the_fallback()
    {
        var config = Upper.WithFallback(Lower);

        Assert.Equal(123, config.GetInt("foo.bar.a"));
        Assert.Equal(2, config.GetInt("foo.bar.b"));
        Assert.Equal(4, config.GetInt("baz"));
        Assert.True(config.HasPath("foo.bar.b"));
    }

    [Fact]
    public void A_part_has_the_same_part_of_the_fallback()
    {
        var config = Upper.WithFallback(Lower).GetConfig("foo.bar")!;

        Assert.Equal(123, config.GetInt("a"));
        Assert.Equal(2, config.GetInt("b"));
        Assert.Equal(4, Upper.WithFallback(Lower).GetConfig("baz")!.Root.GetInt());
    }

    [Fact]
    public void Fallbacks_have_fallbacks_however_they_are_put_together()
    {
        Config a = "x = 1", b = "x = 2, y = 2", c = "x = 3, y = 3, z = 3", d = "w = 4";

        var oneByOne = a.WithFallback(b).WithFallback(c).WithFallback(d);
        var nested = a.WithFallback(b.WithFallback(c.WithFallback(d)));

        foreach (var config in new[] { oneByOne, nested })
        {
            Assert.Equal("1 2 3 4", string.Join(' ', new[] { "x", "y", "z", "w" }.Select(path => config.GetInt(path))));
        }
    }

    [Fact]
    public void Text_and_objects_hide_each_other()
    {
        Config text = "a { b = 1 }", nested = "a { b { c = 2 } }";

        Assert.Equal(1, text.WithFallback(nested).GetInt("a.b"));
        Assert.Equal(2, nested.WithFallback(text).GetInt("a.b.c"));
    }

    [Fact]
    public void Arrays_are_not_joined()
    {
        var config = ConfigurationFactory.ParseString("foo.bar.list = [3]").WithFallback(Lower);

        Assert.Equal([3], config.GetIntList("foo.bar.list"));
    }

    [Fact]
    public void Neither_side_changes()
    {
        _ = Upper.WithFallback(Lower).GetInt("foo.bar.b");

        Assert.False(Upper.HasPath("foo.bar.b"));
        Assert.Equal(1, Lower.GetInt("foo.bar.a"));
    }

    [Fact]
    public void The_root_and_the_members_are_those_of_both()
    {
        var config = Upper.WithFallback(Lower);

        Assert.Equal(["baz", "foo"], config.AsEnumerable().Select(member => member.Key).Order());
        Assert.Equal(["a", "b", "list"], config.GetConfig("foo.bar")!.Root.GetObject()!.Items.Keys.Order());
    }

    [Fact]
    public void Nothing_is_a_fallback_too()
    {
        Assert.Equal(123, Upper.WithFallback(null).GetInt("foo.bar.a"));
        Assert.Equal(123, Upper.WithFallback(ConfigurationFactory.Empty).GetInt("foo.bar.a"));
        Assert.Equal(123, ConfigurationFactory.Empty.WithFallback(Upper).GetInt("foo.bar.a"));
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
    }

    [Fact]
    public void A_configuration_may_fall_back_to_the_same_one_twice()
    {
        var last = ConfigurationFactory.ParseString("a = 1, b = 2");
        var once = ConfigurationFactory.ParseString("a = 3").WithFallback(last);
        var twice = once.WithFallback(last);
        Assert.Equal((3, 2), (twice.GetInt("a"), twice.GetInt("b")));
        var deeper = ConfigurationFactory.ParseString("c = 4").WithFallback(once).WithFallback(last);
        Assert.Equal((3, 2, 4), (deeper.GetInt("a"), deeper.GetInt("b"), deeper.GetInt("c")));
    }

    [Fact]
    public void A_configuration_cannot_fall_back_to_itself()
    {
        Assert.Throws<ArgumentException>(() => Upper.WithFallback(Upper));
        Assert.Equal(123, Upper.SafeWithFallback(Upper).GetInt("foo.bar.a"));
    }

    [Fact]
    public void Text_is_added_to_a_configuration()
    {
        Assert.Equal(2, (Upper + "foo.bar.b = 2").GetInt("foo.bar.b"));
        Assert.Equal(9, ("foo.bar.a = 9" + Upper).GetInt("foo.bar.a"));
    }

    [Fact]
    public void Only_what_is_asked_for_is_printed()
    {
        var config = Upper.WithFallback(Lower);

        Assert.False(ConfigurationFactory.ParseString(config.ToString()).HasPath("baz"));
        Assert.Equal(123, ConfigurationFactory.ParseString(config.ToString(false)).GetInt("foo.bar.a"));
        Assert.Equal(4, ConfigurationFactory.ParseString(config.ToString(true)).GetInt("baz"));
        Assert.Equal(123, ConfigurationFactory.ParseString(config.ToString(true)).GetInt("foo.bar.a"));
    }
}
