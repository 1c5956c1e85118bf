using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Paths;

/// <summary>What an actor, and a system, may be called.</summary>
public sealed class NameSpecs : TestKit
{
    [Theory]
    [InlineData("", "Actor name must not be empty.")]
    [InlineData("$mine", "not start with `$`")]
    [InlineData("a/b", "Illegal actor name [a/b]")]
    [InlineData("a%", "Illegal actor name [a%]")]
    [InlineData("%xx", "Illegal actor name [%xx]")]
    [InlineData("a?", "Illegal actor name [a?]")]
    [InlineData("ü", "include only ASCII")]
    public void Some_names_are_refused(string name, string why)
    {
        var error = Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Empty, name));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("-_.*$+:@&=,!~';()")]
    [InlineData("%41b")]
    [InlineData("42")]
    public void Others_are_taken(string name) => Assert.Equal(name, Sys.ActorOf(Props.Empty, name).Path.Name);

    [Fact]
    public void A_name_is_taken_once()
    {
        Sys.ActorOf(Props.Empty, "once");
        var error = Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Empty, "once"));
        Assert.Equal("Actor name \"once\" is not unique!", error.Message);
    }

    [Fact]
    public async Task Of_many_that_want_a_name_at_once_one_gets_it()
    {
        for (var i = 0; i < 50; i++)
        {
            var name = $"wanted-{i}";
            var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.Exception(() => Sys.ActorOf(Props.Empty, name)))));
            Assert.Equal(3, tries.Count(error => error is InvalidActorNameException));
        }
    }

    [Fact]
    public void A_name_is_free_once_its_holders_end_is_known()
    {
        for (var i = 0; i < 500; i++)
        {
            var holder = Sys.ActorOf(Props.Empty, "again");
            Watch(holder);
            Sys.Stop(holder);
            ExpectTerminated(holder);
        }
    }

    [Fact]
    public void Who_has_no_name_is_given_one()
    {
        var names = Enumerable.Range(0, 100).Select(_ => Sys.ActorOf(Props.Empty).Path.Name).ToHashSet();
        Assert.Equal(100, names.Count);
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello_world")]
    [InlineData("-hello")]
    [InlineData("hello world")]
    [InlineData("hello/world")]
    public void Some_names_of_systems_are_refused(string name) => Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));
}
