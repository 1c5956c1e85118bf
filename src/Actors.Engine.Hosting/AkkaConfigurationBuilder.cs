using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting.Internal;
using Akka.Hosting.Logging;
using Akka.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>
/// Collects what the host's actor system is made of (HOCON, setups, extensions) and what runs when it has started (actors, then
/// startup tasks, each in the order of registration). <c>AddAkka</c> hands it to the application's own configuration.
/// </summary>
public sealed class AkkaConfigurationBuilder
{
    /// <summary>Programmatic settings of the actor system; of two with the same type the later one counts.</summary>
    public readonly HashSet<Setup> Setups = [];

    internal readonly IServiceCollection ServiceCollection;
    internal readonly string ActorSystemName;
    private readonly ExtensionList _extensions = new();
    private readonly List<ActorStarterWithResolver> _actorStarters = [];
    private readonly List<StartupTask> _startupTasks = [];

    /// <summary>Makes an empty builder; <c>AddAkka</c> does so for the application.</summary>
    /// <param name="serviceCollection">The host's services, for extension methods that register more of them.</param>
    /// <param name="actorSystemName">Letters, digits, '-' and '_', beginning with a letter or a digit.</param>
    public AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
    {
        ServiceCollection = serviceCollection;
        ActorSystemName = actorSystemName;
    }

    /// <summary>The HOCON that has been added so far; the engine's own defaults lie below it.</summary>
    public Option<Config> Configuration { get; private set; } = Option<Config>.None;

    /// <summary>The provider of refs, where one was chosen.</summary>
    public Option<ProviderSelection> ActorRefProvider { get; private set; } = Option<ProviderSelection>.None;

    /// <summary>Adds work that runs after every actor starter.</summary>
    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        return AddStartup((system, registry) =>
        {
            startupTask(system, registry);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="AddStartup(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        _startupTasks.Add(startupTask);
        return this;
    }

    /// <summary>Adds a delegate that starts actors when the host starts.</summary>
    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, _) => starter(system, registry));
    }

    /// <inheritdoc cref="StartActors(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((ActorStarterWithResolver)((system, registry, _) => starter(system, registry)));
    }

    /// <inheritdoc cref="StartActors(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((ActorStarterWithResolver)((system, registry, resolver) =>
        {
            starter(system, registry, resolver);
            return Task.CompletedTask;
        }));
    }

    /// <inheritdoc cref="StartActors(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        _actorStarters.Add(starter);
        return this;
    }

    /// <summary>Loads the extension of this id together with the actor system.</summary>
    public AkkaConfigurationBuilder WithExtension<T>()
        where T : IExtensionId
        => WithExtensions(typeof(T));

    /// <summary>Loads extensions together with the actor system; a type that is named twice counts once.</summary>
    /// <param name="extensions">Concrete classes that implement <see cref="IExtensionId"/> and need no constructor argument.</param>
    /// <exception cref="ConfigurationException">A type is not such a class.</exception>
    public AkkaConfigurationBuilder WithExtensions(params Type[] extensions)
    {
        _extensions.Add(extensions);
        return this;
    }

    internal AkkaConfigurationBuilder AddHoconConfiguration(Config hocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        Configuration = (addMode, Configuration.HasValue) switch
        {
            (HoconAddMode.Replace, _) or (_, false) => hocon,
            (HoconAddMode.Append, true) => Configuration.Value.WithFallback(hocon),
            (HoconAddMode.Prepend, true) => hocon.WithFallback(Configuration.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, "Append, Prepend or Replace"),
        };
        return this;
    }

    internal AkkaConfigurationBuilder SetActorRefProvider(ProviderSelection provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ActorRefProvider = provider;
        return this;
    }

    internal AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        // A set compares setups by identity; the actor system keeps one of each type.
        Setups.RemoveWhere(other => other.GetType() == setup.GetType());
        Setups.Add(setup);
        return this;
    }

    /// <summary>Makes the actor system; called once, by the service provider.</summary>
    internal ActorSystem Build(IServiceProvider services)
    {
        var config = _extensions.AddTo(Configuration.GetOrElse(Config.Empty));
        var bootstrap = BootstrapSetup.Create().WithConfig(config.WithFallback(HostingDefaults.Config));
        if (ActorRefProvider.HasValue)
        {
            bootstrap = bootstrap.WithActorRefProvider(ActorRefProvider.Value);
        }

        var setup = bootstrap.And(DependencyResolverSetup.Create(services));
        if (services.GetService<ILoggerFactory>() is { } loggerFactory)
        {
            setup = setup.And(new LoggerFactorySetup(loggerFactory));
        }

        foreach (var one in Setups)
        {
            setup = setup.And(one);
        }

        return ActorSystem.Create(ActorSystemName, setup);
    }

    /// <summary>Runs the actor starters and then the startup tasks, one after the other; the first exception ends the start.</summary>
    internal async Task StartAsync(ActorSystem system)
    {
        var registry = ActorRegistry.For(system);
        var resolver = DependencyResolver.For(system).Resolver;
        foreach (var start in _actorStarters)
        {
            await start(system, registry, resolver).ConfigureAwait(false);
        }

        foreach (var run in _startupTasks)
        {
            await run(system, registry).ConfigureAwait(false);
        }
    }
}
