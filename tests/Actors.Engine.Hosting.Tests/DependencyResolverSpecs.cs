using Akka.Actor;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Hosting.Tests;

public sealed class DependencyResolverSpecs
{
    private static readonly Action<IServiceCollection> Greeters = services => services
        .AddSingleton(new Greeter("hello"))
        .AddScoped<Scoped>();

    [Fact]
    public async Task An_actor_is_given_services_and_arguments()
    {
        await using var hosted = await HostedSystem.Start(
            (builder, _) => builder.WithActors((system, registry, resolver) =>
            {
                registry.Register<GreeterActor>(system.ActorOf(resolver.Props<GreeterActor>("Ada"), "generic"));
                registry.Register<Greeter>(system.ActorOf(resolver.Props(typeof(GreeterActor), "Bob"), "by-type"));
            }),
            Greeters);

        Assert.Equal("hello Ada", await hosted.Registry.Get<GreeterActor>().Ask<string>("greet", HostedSystem.Patience));
        Assert.Equal("hello Bob", await hosted.Registry.Get<Greeter>().Ask<string>("greet", HostedSystem.Patience));
    }

    [Fact]
    public async Task An_actor_may_need_other_actors()
    {
        await using var hosted = await HostedSystem.Start((builder, _) => builder
            .WithActors((system, registry) => registry.Register<EchoActor>(system.ActorOf<EchoActor>("echo")))
            .WithActors((system, registry, resolver) =>
                registry.Register<RelayActor>(system.ActorOf(resolver.Props<RelayActor>(), "relay"))));

        Assert.Equal("hi", await hosted.Registry.Get<RelayActor>().Ask<string>("hi", HostedSystem.Patience));
    }

    [Fact]
    public async Task A_restart_makes_the_actor_with_its_services_again()
    {
        await using var hosted = await HostedSystem.Start((_, _) => { }, Greeters);
        var greeter = hosted.System.ActorOf(DependencyResolver.For(hosted.System).Props<GreeterActor>("Ada"));

        greeter.Tell("fail");

        Assert.Equal("hello Ada", await greeter.Ask<string>("greet", HostedSystem.Patience));
    }

    [Fact]
    public async Task Services_of_a_scope_live_as_long_as_the_scope()
    {
        await using var hosted = await HostedSystem.Start((_, _) => { }, Greeters);
        var resolver = DependencyResolver.For(hosted.System).Resolver;

        var scope = resolver.CreateScope();
        var scoped = scope.Resolver.GetService<Scoped>()!;
        Assert.Same(scoped, scope.Resolver.GetService(typeof(Scoped)));
        Assert.False(scoped.IsDisposed);
        scope.Dispose();

        Assert.True(scoped.IsDisposed);
        Assert.Null(resolver.GetService(typeof(string)));
    }

    [Fact]
    public async Task Props_are_for_actors_only()
    {
        await using var hosted = await HostedSystem.Start((_, _) => { }, Greeters);

        Assert.Throws<ArgumentException>(() => DependencyResolver.For(hosted.System).Props(typeof(Greeter)));
    }

    [Fact]
    public async Task A_system_without_services_says_so()
    {
        var system = ActorSystem.Create("alone", "akka.loglevel = OFF\nakka.stdout-loglevel = OFF");
        try
        {
            Assert.Throws<ConfigurationException>(() => DependencyResolver.For(system));
        }
        finally
        {
            await system.Terminate().WaitAsync(HostedSystem.Patience);
        }
    }

    [Fact]
    public async Task A_system_of_ones_own_takes_services_too()
    {
        await using var services = new ServiceCollection().AddSingleton(new Greeter("hello")).BuildServiceProvider();
        var system = ActorSystem.Create("own", BootstrapSetup.Create()
            .WithConfig("akka.loglevel = OFF\nakka.stdout-loglevel = OFF")
            .And(DependencyResolverSetup.Create(services)));
        try
        {
            var greeter = system.ActorOf(DependencyResolver.For(system).Props<GreeterActor>("Ada"), "greeter");
            Assert.Equal("hello Ada", await greeter.Ask<string>("greet", HostedSystem.Patience));
        }
        finally
        {
            await system.Terminate().WaitAsync(HostedSystem.Patience);
        }
    }

    private sealed record Greeter(string Greeting);

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class GreeterActor : ReceiveActor
    {
        public GreeterActor(Greeter greeter, string name)
        {
            Receive<string>(message => message == "fail", _ => throw new InvalidOperationException("as told"));
            Receive<string>(_ => Sender.Tell($"{greeter.Greeting} {name}"));
        }
    }

    private sealed class RelayActor : ReceiveActor
    {
        public RelayActor(IRequiredActor<EchoActor> echo) => ReceiveAny(message => echo.ActorRef.Forward(message));
    }
}
