using Akka;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Engine.Hosting.Tests;

public sealed class LifetimeSpecs
{
    [Fact]
    public async Task A_host_that_stops_runs_the_coordinated_shutdown_and_ends_the_system()
    {
        var phases = new List<string>();
        var hosted = await HostedSystem.Start(_ => { });
        var (system, shutdown) = (hosted.System, CoordinatedShutdown.Get(hosted.System));
        foreach (var phase in new[] { CoordinatedShutdown.PhaseServiceStop, CoordinatedShutdown.PhaseBeforeServiceUnbind })
        {
            shutdown.AddTask(phase, "note", () =>
            {
                phases.Add(phase);
                return Task.FromResult(Done.Instance);
            });
        }

        await hosted.DisposeAsync();

        Assert.Equal([CoordinatedShutdown.PhaseBeforeServiceUnbind, CoordinatedShutdown.PhaseServiceStop], phases);
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, shutdown.ShutdownReason);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Actors_may_still_answer_while_the_first_phases_run()
    {
        var answer = "";
        var hosted = await HostedSystem.Start(builder => builder
            .WithActors((system, registry) => registry.Register<EchoActor>(system.ActorOf<EchoActor>("echo"))));
        var echo = hosted.Registry.Get<EchoActor>();
        CoordinatedShutdown.Get(hosted.System).AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "last words", async () =>
        {
            answer = await echo.Ask<string>("still here", HostedSystem.Patience);
            return Done.Instance;
        });

        await hosted.DisposeAsync();

        Assert.Equal("still here", answer);
    }

    [Fact]
    public async Task A_shutdown_task_that_never_ends_does_not_keep_the_host()
    {
        var hosted = await HostedSystem.Start(builder => builder.AddHocon(
            "akka.coordinated-shutdown.phases.before-service-unbind.timeout = 100ms", HoconAddMode.Prepend));
        CoordinatedShutdown.Get(hosted.System).AddTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        var system = hosted.System;

        await hosted.DisposeAsync();

        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task An_actor_that_never_ends_does_not_keep_the_host_for_longer_than_its_patience()
    {
        var (entered, letGo) = (new TaskCompletionSource(), new ManualResetEventSlim());
        await using var hosted = HostedSystem.Build(
            (builder, _) => builder.WithActors((system, _) => system.ActorOf(Props.Create(() => new Stuck(entered, letGo))).Tell("stick")),
            services => services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100)));
        await hosted.Host.StartAsync();
        await entered.Task.WaitAsync(HostedSystem.Patience);

        // The phase's own timeout is 10 s. A host may say by an exception that its patience has ended.
        await Record.ExceptionAsync(() => hosted.Host.StopAsync().WaitAsync(HostedSystem.Patience));

        Assert.False(hosted.System.WhenTerminated.IsCompleted);
        letGo.Set();
        await hosted.System.WhenTerminated.WaitAsync(HostedSystem.Patience);
    }

    [Fact]
    public async Task A_system_that_ends_by_itself_stops_the_host()
    {
        await using var hosted = await HostedSystem.Start(_ => { });
        var stopping = hosted.Stopping;

        await hosted.System.Terminate().WaitAsync(HostedSystem.Patience);

        await stopping.WaitAsync(HostedSystem.Patience);
    }

    [Fact]
    public async Task A_coordinated_shutdown_that_others_run_stops_the_host()
    {
        await using var hosted = await HostedSystem.Start(_ => { });
        var stopping = hosted.Stopping;

        await CoordinatedShutdown.Get(hosted.System).Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(HostedSystem.Patience);

        await stopping.WaitAsync(HostedSystem.Patience);
    }

    [Fact]
    public async Task A_host_that_never_started_stops_too()
    {
        await using var hosted = HostedSystem.Build((_, _) => { });
    }

    private sealed class Stuck : ReceiveActor
    {
        public Stuck(TaskCompletionSource entered, ManualResetEventSlim letGo) => ReceiveAny(_ =>
        {
            entered.SetResult();
            letGo.Wait();
        });
    }
}
