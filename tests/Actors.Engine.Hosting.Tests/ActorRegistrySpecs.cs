using Akka.Actor;
using Akka.Hosting;

namespace Actors.Engine.Hosting.Tests;

public sealed class ActorRegistrySpecs
{
    [Fact]
    public void An_actor_is_found_under_its_key()
    {
        var registry = new ActorRegistry();
        registry.Register<EchoActor>(ActorRefs.Nobody);

        Assert.Same(ActorRefs.Nobody, registry.Get<EchoActor>());
        Assert.True(registry.TryGet<EchoActor>(out var byKey));
        Assert.Same(ActorRefs.Nobody, byKey);
        Assert.True(registry.TryGet(typeof(EchoActor), out var byType));
        Assert.Same(ActorRefs.Nobody, byType);
        Assert.Equal([KeyValuePair.Create(typeof(EchoActor), (IActorRef)ActorRefs.Nobody)], registry.ToList());
    }

    [Fact]
    public void A_key_that_is_missing_throws_or_gives_nobody()
    {
        var registry = new ActorRegistry();

        Assert.Throws<MissingActorRegistryEntryException>(() => registry.Get<EchoActor>());
        Assert.False(registry.TryGet<EchoActor>(out var actor));
        Assert.Same(ActorRefs.Nobody, actor);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_refused_unless_it_may_be_overwritten()
    {
        await using var hosted = await HostedSystem.Start(_ => { });
        var (first, second) = (hosted.System.ActorOf<EchoActor>("first"), hosted.System.ActorOf<EchoActor>("second"));

        Assert.True(hosted.Registry.TryRegister<EchoActor>(first));
        Assert.False(hosted.Registry.TryRegister<EchoActor>(second));
        Assert.Throws<DuplicateActorRegistryException>(() => hosted.Registry.Register<EchoActor>(second));
        Assert.Same(first, hosted.Registry.Get<EchoActor>());

        Assert.True(hosted.Registry.TryRegister(typeof(EchoActor), second, overwrite: true));
        Assert.Same(second, hosted.Registry.Get<EchoActor>());
    }

    [Fact]
    public async Task Who_waits_for_a_key_gets_the_actor_when_it_is_registered()
    {
        var registry = new ActorRegistry();
        var byKey = registry.GetAsync<EchoActor>();
        var byType = registry.GetAsync(typeof(EchoActor));
        Assert.False(byKey.IsCompleted);

        registry.Register<EchoActor>(ActorRefs.Nobody);

        Assert.Same(ActorRefs.Nobody, await byKey.WaitAsync(HostedSystem.Patience));
        Assert.Same(ActorRefs.Nobody, await byType.WaitAsync(HostedSystem.Patience));
        Assert.True(registry.GetAsync<EchoActor>().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_leaves_the_others_waiting()
    {
        var registry = new ActorRegistry();
        using var cancel = new CancellationTokenSource();
        var cancelled = registry.GetAsync<EchoActor>(cancel.Token);
        var patient = registry.GetAsync<EchoActor>();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(HostedSystem.Patience));
        Assert.False(patient.IsCompleted);

        registry.Register<EchoActor>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, await patient.WaitAsync(HostedSystem.Patience));
    }

    [Fact]
    public async Task A_system_has_one_registry_and_the_services_hold_it()
    {
        IActorRegistry? seen = null;
        await using var hosted = await HostedSystem.Start(builder => builder.WithActors((_, registry) => seen = registry));

        Assert.Same(ActorRegistry.For(hosted.System), hosted.Registry);
        Assert.Same(hosted.Registry, seen);
        Assert.Same(hosted.Registry, hosted.Host.Services.GetService(typeof(IActorRegistry)));
        Assert.Same(hosted.Registry, hosted.Host.Services.GetService(typeof(IReadOnlyActorRegistry)));
    }
}
