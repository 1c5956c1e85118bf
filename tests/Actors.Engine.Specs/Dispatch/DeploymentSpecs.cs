using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>What the configuration says of an actor by its path goes before what its props say.</summary>
public sealed class DeploymentSpecs : TestKit
{
    private const string Hocon = """
        own-dispatcher { throughput = 3 }
        other-dispatcher { throughput = 4 }
        own-mailbox { mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka", mailbox-capacity = 1, mailbox-push-timeout-time = 10ms }
        akka.actor.deployment {
          /named { dispatcher = own-dispatcher }
          /parent/child { mailbox = own-mailbox }
          /small-stash { stash-capacity = 1 }
          "/some/*" { dispatcher = own-dispatcher }
          /some/one { dispatcher = other-dispatcher }
          "/deep/**" { dispatcher = own-dispatcher }
          "/deep/er/**" { dispatcher = other-dispatcher }
          "/*/last" { dispatcher = other-dispatcher }
        }
        """;

    public DeploymentSpecs() : base(Hocon)
    {
    }

    private Deployer Deployer => ((ExtendedActorSystem)Sys).Provider.Deployer;

    [Fact]
    public void The_dispatcher_and_the_mailbox_of_a_path_are_its_actors()
    {
        var named = Cell(Sys.ActorOf(Props.Empty.WithDispatcher("other-dispatcher"), "named"));
        Assert.Equal("own-dispatcher", named.Dispatcher.Id);
        Assert.Equal("own-dispatcher", named.Props.Dispatcher);
        var parent = Cell(Sys.ActorOf(Props.Empty, "parent"));
        Assert.Equal("akka.actor.default-dispatcher", parent.Dispatcher.Id);
        Assert.Equal("own-mailbox", Cell(parent.ActorOf(Props.Empty, "child")).Props.Mailbox);
    }

    [Theory]
    [InlineData("/some/any", "own-dispatcher")]
    [InlineData("/some/one", "other-dispatcher")]
    [InlineData("/deep/a", "own-dispatcher")]
    [InlineData("/deep/a/b/c", "own-dispatcher")]
    [InlineData("/deep/er/a", "other-dispatcher")]
    [InlineData("/what/last", "other-dispatcher")]
    [InlineData("/named", "own-dispatcher")]
    public void A_name_goes_before_one_star_and_that_before_two(string path, string dispatcher) =>
        Assert.Equal(dispatcher, Deployer.Lookup(path.Split('/').Skip(1))!.Dispatcher);

    [Theory]
    [InlineData("/other")]
    [InlineData("/deep")]
    [InlineData("/some")]
    [InlineData("/some/one/more")]
    public void Of_other_paths_nothing_is_said(string path) => Assert.Null(Deployer.Lookup(path.Split('/').Skip(1)));

    [Fact]
    public void A_deployment_knows_its_path_and_may_be_added()
    {
        Assert.Equal("/some/*", Deployer.Lookup(["some", "any"])!.Path);
        Assert.Equal(Deploy.None, Deployer.Lookup(((ExtendedActorSystem)Sys).SystemGuardian.Path / "named"));
        Deployer.SetDeploy(new Deploy("/late", Deploy.NoScopeGiven).WithDispatcher("own-dispatcher"));
        Assert.Equal("own-dispatcher", Cell(Sys.ActorOf(Props.Empty, "late")).Dispatcher.Id);
        Assert.Throws<IllegalActorNameException>(() => Deployer.SetDeploy(new Deploy("/no name", Deploy.NoScopeGiven)));
    }

    [Fact]
    public void The_provider_is_the_local_one_and_no_other_is_here()
    {
        Assert.Same(ProviderSelection.Local.Instance, Sys.Settings.ProviderSelectionType);
        Assert.False(Sys.Settings.HasCluster);
        var remote = ConfigurationFactory.ParseString("akka.actor.provider = remote");
        Assert.ThrowsAny<Exception>(() => ActorSystem.Create("remote", remote));
        using var local = ActorSystem.Create(
            "local", BootstrapSetup.Create().WithConfig(remote).WithActorRefProvider(ProviderSelection.Local.Instance));
        Assert.Contains("Akka.Actor.LocalActorRefProvider", local.Settings.ProviderClass, StringComparison.Ordinal);
    }

    private static ActorCell Cell(IActorRef actor) => ((LocalActorRef)actor).Cell;
}
