using Akka.Actor;

namespace Actors.Engine.Specs.Paths;

/// <summary>Paths and addresses as text and as values.</summary>
public sealed class ActorPathSpecs
{
    private static readonly Address Local = new("akka.tcp", "mysys");
    private static readonly ActorPath Bar = new RootActorPath(Local) / "user" / "foo" / "bar";

    [Fact]
    public void A_path_is_written_with_its_address_or_without()
    {
        Assert.Equal("akka.tcp://mysys/user/foo/bar", Bar.ToString());
        Assert.Equal("/user/foo/bar", Bar.ToStringWithoutAddress());
        Assert.Equal("akka.tcp://mysys@host:25/user/foo/bar", Bar.ToStringWithAddress(Local.WithHost("host").WithPort(25)));
        Assert.Equal("akka.tcp://mysys/user/foo/bar#7", Bar.WithUid(7).ToStringWithUid());
        Assert.Equal("akka.tcp://mysys/", new RootActorPath(Local).ToString());
    }

    [Fact]
    public void An_address_with_a_host_is_not_overwritten()
    {
        var remote = new RootActorPath(new Address("akka.tcp", "mysys", "here", 1)) / "user";
        Assert.Equal("akka.tcp://mysys@here:1/user", remote.ToStringWithAddress(new Address("akka.tcp", "mysys", "there", 2)));
    }

    [Theory]
    [InlineData("akka://sys/user/a")]
    [InlineData("akka://sys@host:1234/some/ref")]
    [InlineData("akka://sys/")]
    public void What_is_written_can_be_read(string text) => Assert.Equal(text, ActorPath.Parse(text).ToString());

    [Fact]
    public void Protocol_and_host_are_read_in_lower_case_and_names_as_they_are() =>
        Assert.Equal("akka://sYs@host:4711/pAth", ActorPath.Parse("aKKa://sYs@hOst:4711/pAth").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("://hallo")]
    [InlineData("s://dd@:12")]
    [InlineData("s://dd@h:hd")]
    [InlineData("a://l:1/b")]
    public void What_is_no_path_is_refused(string text) => Assert.False(ActorPath.TryParse(text, out _));

    [Fact]
    public void Paths_are_equal_by_address_and_names_whatever_the_uid()
    {
        Assert.Equal(Bar, Bar.WithUid(1));
        Assert.Equal(Bar.GetHashCode(), Bar.WithUid(1).GetHashCode());
        Assert.NotEqual(Bar, Bar.Parent);
        Assert.NotEqual(Bar, new RootActorPath(new Address("akka", "mysys")) / "user" / "foo" / "bar");
    }

    [Fact]
    public void Its_names_and_its_parents_are_known()
    {
        Assert.Equal(["user", "foo", "bar"], Bar.Elements);
        Assert.Equal("foo", Bar.Parent.Name);
        Assert.Equal(3, Bar.Depth);
        Assert.Equal(new RootActorPath(Local), Bar.Root);
    }

    [Fact]
    public void A_host_is_kept_in_lower_case() => Assert.Equal("host", new Address("akka", "test", "HOST").Host);

    [Theory]
    [InlineData(0, "/")]
    [InlineData(1, "/user")]
    [InlineData(3, "/user/a/b")]
    [InlineData(7, "/user/a/b")]
    [InlineData(-1, "/user/a")]
    [InlineData(-7, "/")]
    public void A_path_knows_those_above_it(int depth, string above) =>
        Assert.Equal(above, ActorPath.Parse("akka://s/user/a/b").ParentOf(depth).ToStringWithoutAddress());

    [Fact]
    public void A_path_for_another_process_has_an_address_and_a_uid()
    {
        var address = new Address("akka.tcp", "s", "host", 1);
        Assert.Equal("akka.tcp://s@host:1/user/a#7", (ActorPath.Parse("akka://s/user/a").WithUid(7)).ToSerializationFormatWithAddress(address));
        Assert.True(ActorPath.TryParseAddress("akka.tcp://s@host:1/user/a#7", out var parsed));
        Assert.Equal(address, parsed);
    }

    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("/foo", "foo")]
    [InlineData("foo/bar/baz#1234", "foo bar baz#1234")]
    [InlineData("akka%3A%2F%2Fs", "akka%3A%2F%2Fs")]
    [InlineData("akka://s@127.0.0.1:2552", null)]
    [InlineData("akka://s@127.0.0.1:2552/user/foo#1234", null)]
    public void A_relative_path_is_its_names(string path, string? names) =>
        Assert.Equal(names?.Split(' '), RelativeActorPath.Unapply(path));
}
