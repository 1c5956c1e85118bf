using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Hosting.Tests;

public sealed class RequiredActorSpecs
{
    private static readonly Action<AkkaConfigurationBuilder, IServiceProvider> StartEcho = (builder, _) =>
        builder.WithActors((system, registry) => registry.Register<EchoActor>(system.ActorOf<EchoActor>("echo")));

    [Fact]
    public async Task A_service_is_given_the_actor_that_it_names()
    {
        await using var hosted = await HostedSystem.Start(StartEcho, services => services.AddTransient<Consumer>());

        var consumer = hosted.Host.Services.GetRequiredService<Consumer>();

        Assert.Equal("hi", await consumer.Echo.ActorRef.Ask<string>("hi", HostedSystem.Patience));
    }

    [Fact]
    public async Task A_service_may_be_made_before_its_actor_is_started()
    {
        await using var hosted = HostedSystem.Build(StartEcho, services => services.AddTransient<Consumer>());
        var consumer = hosted.Host.Services.GetRequiredService<Consumer>();
        var coming = consumer.Echo.GetAsync();
        Assert.Throws<MissingActorRegistryEntryException>(() => consumer.Echo.ActorRef);
        Assert.False(coming.IsCompleted);

        await hosted.Host.StartAsync();

        var echo = await coming.WaitAsync(HostedSystem.Patience);
        Assert.Equal("echo", echo.Path.Name);
        Assert.Same(echo, await consumer.Echo.GetAsync());
    }

    [Fact]
    public async Task A_wait_for_an_actor_can_be_cancelled()
    {
        var required = new RequiredActor<EchoActor>(new ActorRegistry());
        using var cancel = new CancellationTokenSource();
        var coming = required.GetAsync(cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => coming.WaitAsync(HostedSystem.Patience));
    }

    private sealed record Consumer(IRequiredActor<EchoActor> Echo);
}
