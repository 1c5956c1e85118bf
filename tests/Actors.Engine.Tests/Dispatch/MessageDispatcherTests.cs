using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Actors.Engine.Tests.Dispatch;

/// <summary>What dispatchers have in common, and the pinned one's thread.</summary>
public sealed class MessageDispatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _system = ActorSystem.Create("dispatchers", """
        akka { loggers = [], stdout-loglevel = OFF }
        pinned.type = PinnedDispatcher
        """);

    public void Dispose() => _system.Terminate().Wait(Patience);

    [Fact]
    public void A_deadline_that_a_derived_dispatcher_sets_holds()
    {
        var configurator = _system.Dispatchers.DefaultGlobalDispatcher.Configurator;
        Assert.False(new Derived(configurator, null).HasDeadline);

        var dispatcher = new Derived(configurator, TimeSpan.FromHours(1).Ticks);
        Assert.True(dispatcher.HasDeadline);
        Assert.False(MessageDispatcher.IsPast(dispatcher.NextDeadline()));
    }

    [Fact]
    public void A_pinned_dispatcher_that_no_actor_began_on_has_no_thread_that_would_keep_it()
    {
        var lookedUp = LookedUp();
        _system.ActorOf(Props.Empty, "taken");
        Assert.Throws<InvalidActorNameException>(() => _system.ActorOf(Props.Empty.WithDispatcher("pinned"), "taken"));
        GC.Collect();
        Assert.False(lookedUp.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference LookedUp() => new(_system.Dispatchers.Lookup("pinned"));
    }

    [Fact]
    public async Task A_pinned_actors_thread_inherits_nothing_of_who_makes_the_actor()
    {
        var ambient = new AsyncLocal<string?> { Value = "the maker's" };
        var actor = _system.ActorOf(Props.Create(() => new Tells(() => ambient.Value ?? "nothing")).WithDispatcher("pinned"));
        Assert.Equal("nothing", await actor.Ask<string>("what is there?", Patience));
    }

    private sealed class Derived : MessageDispatcher
    {
        internal Derived(MessageDispatcherConfigurator configurator, long? deadline) : base(configurator) => ThroughputDeadlineTime = deadline;

        protected override void ExecuteTask(IRunnable run) => run.Run();

        protected override void Shutdown() { }
    }

    private sealed class Tells(Func<object> what) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(what());
    }
}
