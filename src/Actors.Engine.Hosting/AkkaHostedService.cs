using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>
/// Ties an actor system to its host: starts it, runs its starters and startup tasks, runs <see cref="Actor.CoordinatedShutdown"/>
/// when the host stops, and stops the host when the actor system ends by itself. A start that fails is logged and stops the host.
/// </summary>
public class AkkaHostedService : IHostedService
{
    /// <summary>Null until <see cref="StartAsync"/> made it.</summary>
    protected ActorSystem? ActorSystem;

    /// <summary>Taken while the actor system is young: it cannot be had from one that has ended.</summary>
    protected CoordinatedShutdown? CoordinatedShutdown;

    /// <summary>What the application configured.</summary>
    protected readonly AkkaConfigurationBuilder ConfigurationBuilder;

    /// <summary>The host's services.</summary>
    protected readonly IServiceProvider ServiceProvider;

    /// <summary>The host's log.</summary>
    protected readonly ILogger<AkkaHostedService> Logger;

    /// <summary>Where the host is told to stop.</summary>
    protected readonly IHostApplicationLifetime HostApplicationLifetime;

    /// <summary>Made by the host's services.</summary>
    public AkkaHostedService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime applicationLifetime)
    {
        ConfigurationBuilder = configurationBuilder;
        ServiceProvider = serviceProvider;
        Logger = logger;
        HostApplicationLifetime = applicationLifetime;
    }

    /// <summary>Starts the actor system and runs everything that was to run with it.</summary>
    public virtual async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            ActorSystem = ServiceProvider.GetRequiredService<ActorSystem>();
            CoordinatedShutdown = Actor.CoordinatedShutdown.Get(ActorSystem);
            await ConfigurationBuilder.StartAsync(ActorSystem).ConfigureAwait(false);
            _ = StopHostWith(ActorSystem);
        }
        catch (Exception exception)
        {
            Logger.StartFailed(exception);
            // Also where no logging is configured: a process must not end without a reason given.
            await Console.Error.WriteLineAsync($"Unable to start AkkaHostedService, shutting down application: {exception}")
                .ConfigureAwait(false);
            HostApplicationLifetime.StopApplication();
        }
    }

    /// <summary>Runs the coordinated shutdown, at most until the host's patience (its shutdown timeout) ends.</summary>
    public virtual async Task StopAsync(CancellationToken cancellationToken)
    {
        if (CoordinatedShutdown is null) return;
        try
        {
            await CoordinatedShutdown.Run(Actor.CoordinatedShutdown.ClrExitReason.Instance)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Logger.StopTookTooLong();
        }
    }

    private async Task StopHostWith(ActorSystem system)
    {
        await system.WhenTerminated.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        HostApplicationLifetime.StopApplication();
    }
}
