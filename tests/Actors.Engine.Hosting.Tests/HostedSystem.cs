using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Engine.Hosting.Tests;

/// <summary>A host with an actor system in it, started; disposing stops it.</summary>
public sealed class HostedSystem : IAsyncDisposable
{
    /// <summary>What should happen at once gets this long on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private HostedSystem(IHost host) => Host = host;

    public IHost Host { get; }

    public ActorSystem System => Host.Services.GetRequiredService<ActorSystem>();

    public ActorRegistry Registry => Host.Services.GetRequiredService<ActorRegistry>();

    public IHostApplicationLifetime Lifetime => Host.Services.GetRequiredService<IHostApplicationLifetime>();

    /// <summary>Completes when the host was told to stop.</summary>
    public Task Stopping
    {
        get
        {
            var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Lifetime.ApplicationStopping.Register(stopping.SetResult);
            return stopping.Task;
        }
    }

    public static async Task<HostedSystem> Start(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<IServiceCollection>? services = null)
    {
        var hosted = Build(configure, services);
        await hosted.Host.StartAsync();
        return hosted;
    }

    public static Task<HostedSystem> Start(Action<AkkaConfigurationBuilder> configure) => Start((builder, _) => configure(builder));

    public static HostedSystem Build(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<IServiceCollection>? services = null) =>
        new(new HostBuilder()
            .ConfigureServices(collection =>
            {
                services?.Invoke(collection);
                collection.AddAkka("hosted", (builder, provider) =>
                {
                    // What the default logger would print is no concern of a test that does not ask for it.
                    builder.AddHocon("akka.stdout-loglevel = OFF", HoconAddMode.Append);
                    builder.ConfigureLoggers(loggers => loggers.ClearLoggers());
                    configure(builder, provider);
                });
            })
            .Build());

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync().WaitAsync(Patience);
        Host.Dispose();
    }
}
