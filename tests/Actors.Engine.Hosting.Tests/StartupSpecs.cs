using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Hosting.Tests;

public sealed class StartupSpecs
{
    [Fact]
    public async Task Actors_start_in_order_and_startup_tasks_run_after_all_of_them()
    {
        var steps = new List<string>();
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddStartup((_, _) => steps.Add("task 1"))
            .WithActors((_, _) => steps.Add("actors 1"))
            .AddStartup(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("task 2");
            })
            .WithActors(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("actors 2");
            })
            .WithActors((_, _, _) => steps.Add("actors 3"))
            .StartActors(async (_, _, _) =>
            {
                await Task.Yield();
                steps.Add("actors 4");
            }));

        Assert.Equal(["actors 1", "actors 2", "actors 3", "actors 4", "task 1", "task 2"], steps);
    }

    [Fact]
    public async Task A_startup_task_finds_the_actors_in_the_registry()
    {
        var answer = "";
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddStartup(async (_, registry) => answer = await registry.Get<EchoActor>().Ask<string>("hi", HostedSystem.Patience))
            .WithActors((system, registry) => registry.Register<EchoActor>(system.ActorOf<EchoActor>("echo"))));

        Assert.Equal("hi", answer);
    }

    [Fact]
    public async Task A_start_that_fails_stops_the_host()
    {
        await using var hosted = HostedSystem.Build((builder, _) => builder
            .WithActors((_, _) => throw new InvalidOperationException("no such luck")));
        var stopping = hosted.Stopping;

        // A host that is told to stop while it starts says so by cancelling its start.
        await Record.ExceptionAsync(() => hosted.Host.StartAsync());

        await stopping.WaitAsync(HostedSystem.Patience);
    }

    [Fact]
    public async Task Extensions_are_loaded_with_the_system_each_once()
    {
        await using var hosted = await HostedSystem.Start(builder => builder
            .AddHocon($"akka.extensions = [\"{typeof(SecondId).AssemblyQualifiedName}\"]", HoconAddMode.Append)
            .WithExtension<FirstId>()
            .WithExtensions(typeof(FirstId), typeof(SecondId)));

        Assert.True(hosted.System.HasExtension<First>());
        Assert.True(hosted.System.HasExtension<Second>());
    }

    [Fact]
    public void An_extension_must_be_an_extension_id()
    {
        var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "builder");

        Assert.Throws<ConfigurationException>(() => builder.WithExtensions(typeof(string)));
        Assert.Throws<ConfigurationException>(() => builder.WithExtensions(typeof(ExtensionIdProvider<First>)));
    }

    [Fact]
    public async Task A_setup_reaches_the_system()
    {
        var setup = new MySetup();
        await using var hosted = await HostedSystem.Start(builder => builder.AddSetup(setup));

        Assert.Same(setup, hosted.System.Settings.Setup.Get<MySetup>().Value);
    }

    private sealed class MySetup : Setup;

    private sealed class First : IExtension;

    private sealed class Second : IExtension;

    private sealed class FirstId : ExtensionIdProvider<First>
    {
        public override First CreateExtension(ExtendedActorSystem system) => new();
    }

    private sealed class SecondId : ExtensionIdProvider<Second>
    {
        public override Second CreateExtension(ExtendedActorSystem system) => new();
    }
}
