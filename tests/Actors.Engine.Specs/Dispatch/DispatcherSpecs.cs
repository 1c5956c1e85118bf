using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>Which threads run actors, and how a busy one lets others have their turn.</summary>
public sealed class DispatcherSpecs : TestKit
{
    private const string Hocon = """
        fast { throughput = 17 }
        alias = fast
        loop = pool
        pool = loop
        pinned { type = PinnedDispatcher }
        one-by-one { throughput = 1000000, throughput-deadline-time = 1ms }
        nonsense { type = "No.Such.Type" }
        """;

    public DispatcherSpecs() : base(Hocon)
    {
    }

    [Fact]
    public void A_dispatcher_has_the_settings_of_its_path_and_the_default_ones()
    {
        var dispatcher = Sys.Dispatchers.Lookup("fast");
        Assert.Equal("fast", dispatcher.Id);
        Assert.Equal(17, dispatcher.Throughput);
        Assert.Equal(30, Sys.Dispatchers.DefaultGlobalDispatcher.Throughput);
        Assert.Same(Sys.Dispatchers.DefaultGlobalDispatcher, Sys.Dispatchers.Lookup("akka.actor.default-dispatcher"));
    }

    [Fact]
    public void A_path_may_name_another_and_is_the_same_dispatcher_then() =>
        Assert.Same(Sys.Dispatchers.Lookup("fast"), Sys.Dispatchers.Lookup("alias"));

    [Theory]
    [InlineData("not.there", "Dispatcher not.there not configured")]
    [InlineData("nonsense", "")]
    [InlineData("loop", "Could not find a concrete dispatcher config after following")]
    public void What_is_not_configured_is_refused(string id, string why) =>
        Assert.StartsWith(why, Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup(id)).Message);

    [Fact]
    public void A_pinned_actor_keeps_its_thread_and_shares_it_with_nobody()
    {
        var (one, other) = (Pinned(), Pinned());
        var threads = new HashSet<int>();
        for (var i = 0; i < 20; i++)
        {
            one.Tell("thread?", TestActor);
            threads.Add(ExpectMsg<int>());
        }

        Assert.Single(threads);
        other.Tell("thread?", TestActor);
        Assert.DoesNotContain(ExpectMsg<int>(), threads);
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("one-by-one")]
    public void Busy_actors_do_not_starve_a_quiet_one(string dispatcher)
    {
        // More of them than threads, each with work without end.
        var busy = Enumerable.Range(0, 4 * Environment.ProcessorCount)
            .Select(_ => Sys.ActorOf(Props.Create(() => new Busy()).WithDispatcher(dispatcher))).ToArray();
        foreach (var actor in busy) actor.Tell("go");
        var quiet = Sys.ActorOf(Props.Create(() => new TellsItsThread()).WithDispatcher(dispatcher));
        for (var i = 0; i < 20; i++)
        {
            quiet.Tell("thread?", TestActor);
            ExpectMsg<int>(TimeSpan.FromSeconds(10));
        }

        foreach (var actor in busy) Sys.Stop(actor);
    }

    [Fact]
    public void An_actor_that_never_ends_its_work_can_be_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Busy()));
        Watch(actor);
        actor.Tell("go");
        Sys.Stop(actor);
        ExpectTerminated(actor, TimeSpan.FromSeconds(10));
    }

    private IActorRef Pinned() => Sys.ActorOf(Props.Create(() => new TellsItsThread()).WithDispatcher("pinned"));

    private sealed class TellsItsThread : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Environment.CurrentManagedThreadId);
    }

    private sealed class Busy : UntypedActor
    {
        protected override void OnReceive(object message) => Self.Tell(message);
    }
}
