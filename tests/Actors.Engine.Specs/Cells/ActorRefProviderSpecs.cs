using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Cells;

/// <summary>How a path becomes a ref again.</summary>
public sealed class ActorRefProviderSpecs : TestKit
{
    private IActorRefProvider Provider => ((ExtendedActorSystem)Sys).Provider;

    [Fact]
    public void An_actor_is_found_by_its_path_and_by_its_text()
    {
        var actor = Sys.ActorOf(Props.Empty, "a");
        Assert.Equal(actor, Provider.ResolveActorRef(actor.Path));
        Assert.Equal(actor, Provider.ResolveActorRef(actor.Path.ToString()));
        Assert.Equal(actor, Provider.ResolveActorRef(actor.Path.ToSerializationFormat()));
        Assert.Equal(actor, Provider.ResolveActorRef(Provider.Guardian.Path / "a"));
        Assert.Equal(Provider.RootGuardian, Provider.ResolveActorRef(Provider.RootPath));
    }

    [Fact]
    public void Another_incarnation_is_not_found_by_the_path_of_the_first()
    {
        var first = Sys.ActorOf(Props.Empty, "again");
        Watch(first);
        Sys.Stop(first);
        ExpectTerminated(first);
        var second = Sys.ActorOf(Props.Empty, "again");
        Assert.NotEqual(second, Provider.ResolveActorRef(first.Path));
        Assert.Equal(second, Provider.ResolveActorRef(second.Path));
    }

    [Fact]
    public void Where_no_actor_lives_there_is_a_ref_that_has_terminated()
    {
        var nowhere = Provider.ResolveActorRef(Provider.Guardian.Path / "no" / "one");
        Assert.IsType<EmptyLocalActorRef>(nowhere);
        Assert.True(((IInternalActorRef)nowhere).IsTerminated);
        Assert.Equal(Provider.Guardian.Path / "no" / "one", nowhere.Path);
    }

    [Theory]
    [InlineData("no path")]
    [InlineData("akka://another-system/user/a")]
    public void A_path_that_is_none_or_anothers_leads_to_dead_letters(string path) =>
        Assert.Equal(Provider.DeadLetters, Provider.ResolveActorRef(path));

    [Fact]
    public async Task The_ref_of_a_question_is_found_and_nothing_below_it()
    {
        var answer = TestActor.Ask<string>("question");
        var asking = (await ReceiveOneAsync(RemainingOrDefault), LastSender).LastSender;
        Assert.Equal(asking, Provider.ResolveActorRef(asking.Path));
        Assert.True(((IInternalActorRef)Provider.ResolveActorRef(asking.Path + "/hello")).IsTerminated);
        asking.Tell("answer");
        Assert.Equal("answer", await answer);
    }

    [Fact]
    public void A_ref_without_an_actor_is_known_from_registering_to_unregistering()
    {
        var path = Provider.TempPath();
        Provider.RegisterTempActor((IInternalActorRef)TestActor, path);
        Assert.Equal(TestActor, Provider.ResolveActorRef(path));
        Provider.UnregisterTempActor(path);
        Assert.NotEqual(TestActor, Provider.ResolveActorRef(path));
        Assert.Throws<ArgumentException>(() => Provider.UnregisterTempActor(TestActor.Path));
    }

    [Fact]
    public void All_refs_of_a_system_have_one_provider()
    {
        Assert.IsType<LocalActorRefProvider>(Provider);
        Assert.Same(Provider, ((IInternalActorRef)TestActor).Provider);
        Assert.Same(Provider, ((IInternalActorRef)Sys.DeadLetters).Provider);
        Assert.Throws<NotSupportedException>(() => Nobody.Instance.Provider);
    }
}
