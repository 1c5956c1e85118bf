using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>Names, paths and references. Source: Akka.NET, "Actor References, Paths and Addresses".</summary>
public sealed class NameAndPathSpecs : ActorSpec
{
    [Fact]
    public void A_path_names_the_system_the_guardian_and_every_parent()
    {
        var parent = Sys.ActorOf(Puppet(Sys.DeadLetters), "parent");
        var child = StartChild(parent, Puppet(Sys.DeadLetters), "child");

        Assert.Equal($"akka://{Sys.Name}/user/parent/child", child.Path.ToString());
        Assert.Equal("/user/parent/child", child.Path.ToStringWithoutAddress());
        Assert.Equal(["user", "parent", "child"], child.Path.Elements);
        Assert.Equal("child", child.Path.Name);
        Assert.Equal(parent.Path, child.Path.Parent);
        Assert.Equal(parent.Path / "child", child.Path);
        Assert.Equal(child.Path, ActorPath.Parse(child.Path.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("with/slash")]
    [InlineData("$dollar-first")]
    [InlineData("ümlaut")]
    [InlineData("a#1")]
    public void Names_that_a_path_cannot_hold_are_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Puppet(Sys.DeadLetters), name));

    [Theory]
    [InlineData("a")]
    [InlineData("A-Z_0.9")]
    [InlineData("*+:@&=,.!~';")]
    [InlineData("%20")]
    public void Names_that_a_path_can_hold_are_taken(string name) =>
        Assert.Equal(name, Sys.ActorOf(Puppet(Sys.DeadLetters), name).Path.Name);

    [Fact]
    public void A_name_is_used_once_below_a_parent()
    {
        Sys.ActorOf(Puppet(Sys.DeadLetters), "one");

        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Puppet(Sys.DeadLetters), "one"));
    }

    [Fact]
    public void Actors_without_a_name_get_one_of_their_own()
    {
        var names = Enumerable.Range(0, 100).Select(_ => Sys.ActorOf(Puppet(Sys.DeadLetters)).Path.Name).ToList();

        Assert.Equal(100, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_parent_knows_its_children_by_name()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent()), "parent");

        parent.Tell("children", TestActor);

        ExpectMsg("a,b");
        ExpectMsg("nobody");
    }

    [Fact]
    public void References_are_equal_where_they_lead_to_the_same_actor()
    {
        var actor = Sys.ActorOf(Puppet(Sys.DeadLetters), "same");
        Sys.ActorSelection("/user/same").Tell(new Identify(1), TestActor);

        var found = ExpectMsg<ActorIdentity>().Subject!;

        Assert.Equal(actor, found);
        Assert.Equal(actor.GetHashCode(), found.GetHashCode());
        Assert.Equal(0, actor.CompareTo(found));
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent()
        {
            foreach (var name in new[] { "a", "b" }) Context.ActorOf(Puppet(ActorRefs.Nobody), name);
            Receive<string>(_ =>
            {
                Sender.Tell(string.Join(',', Context.GetChildren().Select(child => child.Path.Name).Order()));
                Sender.Tell(Context.Child("c").Equals(ActorRefs.Nobody) ? "nobody" : "somebody");
            });
        }
    }
}
