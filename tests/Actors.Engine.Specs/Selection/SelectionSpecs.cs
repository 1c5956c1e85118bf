using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Selection;

/// <summary>Actors by their paths: the tree is /user/a/{b1, b2/c/d}.</summary>
public sealed class SelectionSpecs : TestKit
{
    private readonly IActorRef _a;
    private readonly IActorRef _b1;
    private readonly IActorRef _b2;
    private readonly IActorRef _c;
    private readonly IActorRef _d;

    public SelectionSpecs()
    {
        _a = Sys.ActorOf(Props.Create(() => new Node()), "a");
        _b1 = Child(_a, "b1");
        _b2 = Child(_a, "b2");
        _c = Child(_b2, "c");
        _d = Child(_c, "d");
    }

    [Theory]
    [InlineData("/user/a/b2/c")]
    [InlineData("/user/a/b2/c/")]
    [InlineData("user/a/b2/c")]
    [InlineData("/user/a/b1/../b2/c")]
    public void A_path_leads_to_its_actor(string path) => Assert.Equal(_c, Identify(Sys.ActorSelection(path)));

    [Fact]
    public void A_full_path_leads_to_its_actor()
    {
        Assert.Equal(_c, Identify(Sys.ActorSelection(_c.Path)));
        Assert.Equal(_c, Identify(Sys.ActorSelection(_c.Path.ToString())));
        Assert.Equal(_c, Identify(Sys.ActorSelection(_c.Path.ToStringWithUid())));
    }

    [Fact]
    public void The_engines_own_actors_can_be_found()
    {
        var system = (ExtendedActorSystem)Sys;
        Assert.Equal(system.Guardian, Identify(Sys.ActorSelection("/user")));
        Assert.Equal(system.SystemGuardian, Identify(Sys.ActorSelection("/system/")));
        Assert.Equal(system.LookupRoot, Identify(Sys.ActorSelection("/")));
        Assert.Equal(system.LookupRoot, Identify(Sys.ActorSelection("/user/../../..")));
    }

    [Theory]
    [InlineData("/user/nobody")]
    [InlineData("/user/a/b1/nobody")]
    [InlineData("a/b/c")]
    [InlineData("akka://other-system/user/a")]
    [InlineData("/user/a/b1/*")]
    public void Where_nobody_is_the_answer_has_no_subject(string path) => Assert.Null(Identify(Sys.ActorSelection(path)));

    [Theory]
    [InlineData("")]
    [InlineData("/deadLetters")]
    [InlineData("foo://user")]
    public void Dead_letters_answer_that_they_are_nobody(string path) => Assert.Equal(ActorRefs.Nobody, Identify(Sys.ActorSelection(path)));

    [Theory]
    [InlineData("/user/a/*", "b1 b2")]
    [InlineData("/user/a/b?", "b1 b2")]
    [InlineData("/user/a/B1", "")]
    [InlineData("/user/a/B*", "b1 b2")]
    [InlineData("/user/a/*/c", "c")]
    [InlineData("/user/a/*/*/d", "d")]
    [InlineData("/user/a/*/c/*", "d")]
    [InlineData("/user/a/**", "b1 b2 c d")]
    public void Wildcards_lead_to_all_that_match(string path, string names)
    {
        Sys.ActorSelection(path).Tell(new NameYourself(), TestActor);
        var expected = names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, ReceiveN(expected.Length).Cast<string>().Order());
        ExpectNoMsg(TimeSpan.FromMilliseconds(30));
    }

    [Fact]
    public void An_actor_selects_from_where_it_is()
    {
        _c.Tell(new Say("../../b1", new NameYourself()), TestActor);
        ExpectMsg("b1");
        _c.Tell(new Say("d", new NameYourself()), TestActor);
        ExpectMsg("d");
        _c.Tell(new Say("/user/a", new NameYourself()), TestActor);
        ExpectMsg("a");
    }

    [Fact]
    public void A_message_that_leads_nowhere_is_a_dead_letter_for_the_path()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.ActorSelection("/user/a/nobody").Tell("lost", TestActor);
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal("/user/a/nobody", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Theory]
    [InlineData("/user/a/b1/*")]
    [InlineData("/user/nobody/*/c")]
    public void So_is_one_whose_wildcard_matches_nobody(string path)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.ActorSelection(path).Tell("lost", TestActor);
        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Behind_several_matches_a_path_may_lead_nowhere_in_silence()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.ActorSelection("/user/a/*/c/d/e").Tell("lost", TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_double_wildcard_stands_at_the_end_and_may_lead_nowhere_in_silence()
    {
        Assert.Throws<IllegalActorNameException>(() => Sys.ActorSelection("/user/a/**/d"));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.ActorSelection("/user/a/b1/**").Tell("lost", TestActor);
        Sys.ActorSelection("/user/a/b1/**").Tell(new Identify(1), TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task ResolveOne_finds_the_actor_or_fails()
    {
        Assert.Equal(_d, await Sys.ActorSelection("/user/a/b2/c/d").ResolveOne(TimeSpan.FromSeconds(10)));
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/nobody").ResolveOne(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Equal_selections_are_equal_and_say_where_they_lead()
    {
        var selection = new ActorSelection(_c, "../*/hello");
        Assert.Equal(selection, new ActorSelection(_c, "../*/hello"));
        Assert.NotEqual(selection, new ActorSelection(_d, "../*/hello"));
        Assert.NotEqual(selection, new ActorSelection(_c, "../*/hell"));
        Assert.Equal($"ActorSelection[Anchor({_c.Path}#{_c.Path.Uid}), Path(/../*/hello)]", selection.ToString());
    }

    [Fact]
    public void A_successor_of_the_same_name_is_another_actor()
    {
        Watch(_d);
        Sys.Stop(_d);
        ExpectTerminated(_d);
        var successor = Child(_c, "d");
        Assert.Equal(_d.Path, successor.Path);
        Assert.NotEqual(_d, successor);
        Assert.NotEqual(_d.ToString(), successor.ToString());
    }

    private IActorRef Child(IActorRef parent, string name)
    {
        parent.Tell(new Make(name), TestActor);
        return ExpectMsg<IActorRef>();
    }

    private IActorRef? Identify(ActorSelection selection)
    {
        selection.Tell(new Identify(selection), TestActor);
        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(selection, identity.MessageId);
        return identity.Subject;
    }

    private sealed record Make(string Name);

    private sealed record NameYourself;

    private sealed record Say(string Path, object Message);

    private sealed class Node : ReceiveActor
    {
        public Node()
        {
            Receive<Make>(make => Sender.Tell(Context.ActorOf(Props.Create(() => new Node()), make.Name)));
            Receive<NameYourself>(_ => Sender.Tell(Self.Path.Name));
            Receive<Say>(say => Context.ActorSelection(say.Path).Tell(say.Message, Sender));
        }
    }
}
