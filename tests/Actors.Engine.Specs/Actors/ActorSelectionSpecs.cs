using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Actors;

/// <summary>Actors found by path. Source: Akka.NET, "Identifying Actors via Actor Selection".</summary>
public sealed class ActorSelectionSpecs : ActorSpec
{
    private readonly IActorRef _parent;
    private readonly IActorRef _anna;
    private readonly IActorRef _otto;

    public ActorSelectionSpecs()
    {
        _parent = Sys.ActorOf(Props.Create(() => new Relay()), "parent");
        _anna = StartChild(_parent, Props.Create(() => new Relay()), "anna");
        _otto = StartChild(_parent, Props.Create(() => new Relay()), "otto");
    }

    [Theory]
    [InlineData("/user/parent/anna")]
    [InlineData("/user/parent/an*")]
    [InlineData("/user/parent/ann?")]
    [InlineData("/user/*/anna")]
    [InlineData("/user/parent/otto/../anna")]
    [InlineData("user/parent/anna")]
    public void A_path_leads_to_the_actor(string path)
    {
        Sys.ActorSelection(path).Tell(new Identify(path), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(path, identity.MessageId);
        Assert.Equal(_anna, identity.Subject);
    }

    [Fact]
    public void A_whole_path_leads_to_the_actor()
    {
        Sys.ActorSelection(_anna.Path).Tell(new Identify(1), TestActor);

        Assert.Equal(_anna, ExpectMsg<ActorIdentity>().Subject);
    }

    [Theory]
    [InlineData("../otto")]
    [InlineData("../ot*")]
    [InlineData("/user/parent/otto")]
    public void A_relative_path_begins_at_the_actor_that_uses_it(string path)
    {
        _anna.Tell(new Select(path, new Identify(path)), TestActor);

        Assert.Equal(_otto, ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public void A_wildcard_reaches_all_that_fit()
    {
        Sys.ActorSelection("/user/parent/*").Tell("hi", TestActor);

        ExpectMsgAllOf("anna heard hi", "otto heard hi");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_double_wildcard_reaches_all_below()
    {
        StartChild(_anna, Props.Create(() => new Relay()), "bob");

        Sys.ActorSelection("/user/parent/**").Tell("hi", TestActor);

        ExpectMsgAllOf("anna heard hi", "otto heard hi", "bob heard hi");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_pattern_fits_whole_names_only()
    {
        Sys.ActorSelection("/user/parent/nn*").Tell("hi", TestActor);
        Sys.ActorSelection("/user/parent/a.na").Tell("hi", TestActor);

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData("/user/parent/nobody")]
    [InlineData("/user/parent/nobody*")]
    [InlineData("/user/nobody/anna")]
    public void A_message_to_nobody_is_a_dead_letter(string path)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection(path).Tell("hi", TestActor);

        var dead = ExpectMsg<DeadLetter>();
        Assert.Equal("hi", dead.Message);
        Assert.Equal(TestActor, dead.Sender);
    }

    [Fact]
    public void Nobody_answers_for_a_path_where_nobody_is()
    {
        Sys.ActorSelection("/user/parent/nobody").Tell(new Identify(1), TestActor);

        Assert.Null(ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public async Task ResolveOne_finds_the_actor_or_throws()
    {
        Assert.Equal(_anna, await Sys.ActorSelection("/user/parent/anna").ResolveOne(Patience));
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/parent/nobody").ResolveOne(Patience));
    }

    [Fact]
    public async Task A_selection_can_be_asked() =>
        Assert.Equal("anna heard hi", await Sys.ActorSelection("/user/parent/anna").Ask<string>("hi", Patience));

    private sealed record Select(string Path, object Message);

    private sealed class Relay : ReceiveActor
    {
        public Relay()
        {
            Receive<StartChild>(start => Sender.Tell(Context.ActorOf(start.Props, start.Name)));
            Receive<Select>(select => Context.ActorSelection(select.Path).Tell(select.Message, Sender));
            Receive<string>(message => Sender.Tell($"{Self.Path.Name} heard {message}"));
        }
    }
}
