using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Specs.Actors;

/// <summary>A system from its first actor to its last.</summary>
public sealed class ActorSystemSpecs() : SystemSpecs("")
{
    [Fact]
    public async Task Termination_callbacks_run_the_last_first()
    {
        var order = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var each = i;
            System.RegisterOnTermination(() => order.Add(each));
        }

        await System.Terminate().WaitAsync(Patience);
        Assert.Equal([4, 3, 2, 1, 0], order);
    }

    [Fact]
    public async Task A_callback_that_comes_too_late_is_refused()
    {
        await System.Terminate().WaitAsync(Patience);
        var error = Assert.Throws<InvalidOperationException>(() => System.RegisterOnTermination(() => { }));
        Assert.Equal("ActorSystem already terminated.", error.Message);
    }

    [Fact]
    public async Task A_system_that_has_terminated_makes_no_actors()
    {
        await System.Terminate().WaitAsync(Patience);
        Assert.Throws<InvalidOperationException>(() => System.ActorOf(Props.Empty));
    }

    [Fact]
    public async Task Once_a_system_denies_an_actor_it_denies_all()
    {
        var made = new List<IActorRef>();
        _ = Task.Run(System.Terminate);
        var denied = false;
        while (!System.WhenTerminated.IsCompleted)
        {
            try
            {
                made.Add(System.ActorOf(Props.Empty));
                Assert.False(denied);
            }
            catch (InvalidOperationException)
            {
                denied = true;
            }
        }

        Assert.All(made, actor => Assert.True(((IInternalActorRef)actor).IsTerminated));
        await System.WhenTerminated;
    }

    [Fact]
    public void An_extension_that_cannot_be_made_fails_the_same_way_again()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal("as told", Assert.Throws<InvalidOperationException>(() => System.WithExtension<Failing, FailingId>()).Message);
    }

    [Fact]
    public void An_extension_is_made_once()
    {
        Assert.False(System.HasExtension<Working>());
        var made = System.WithExtension<Working, WorkingId>();
        Assert.Same(made, System.WithExtension<Working, WorkingId>());
        Assert.True(System.HasExtension<Working>());
    }

    [Fact]
    public async Task A_failure_that_the_user_guardian_escalates_ends_the_system()
    {
        var hocon = $"akka.actor.guardian-supervisor-strategy = \"{typeof(EscalatingStrategy).AssemblyQualifiedName}\"";
        var system = ActorSystem.Create("escalates", ConfigurationFactory.ParseString(hocon).WithFallback(System.Settings.Config));
        system.ActorOf(Props.Create(() => new Fails())).Tell("fail");
        await system.WhenTerminated.WaitAsync(Patience);
    }

    private sealed class Fails : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("as told");
    }

    private sealed class Failing : IExtension;

    private sealed class FailingId : ExtensionIdProvider<Failing>
    {
        public override Failing CreateExtension(ExtendedActorSystem system)
        {
            // What the first try leaves behind must not hide why it failed.
            system.ActorOf(Props.Empty, "unique");
            throw new InvalidOperationException("as told");
        }
    }

    private sealed class Working : IExtension;

    private sealed class WorkingId : ExtensionIdProvider<Working>
    {
        public override Working CreateExtension(ExtendedActorSystem system) => new();
    }
}
