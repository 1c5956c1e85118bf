using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting.Configuration;
using Akka.Hosting.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting;

/// <summary>Adds an actor system to a .NET host, and what the application says about it.</summary>
public static class AkkaHostingExtensions
{
    /// <summary>
    /// Adds an actor system that starts and stops with the host. The services then hold <see cref="ActorSystem"/>,
    /// <see cref="ActorRegistry"/> (also as <see cref="IActorRegistry"/> and <see cref="IReadOnlyActorRegistry"/>) and
    /// <see cref="IRequiredActor{TActor}"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The actor system's name, the host part of its actors' paths.</param>
    /// <param name="builder">The application's configuration; it runs when the actor system is first asked for.</param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder)
        => services.AddAkka(actorSystemName, (configuration, _) => builder(configuration));

    /// <inheritdoc cref="AddAkka(IServiceCollection, string, Action{AkkaConfigurationBuilder})"/>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
        => services.AddAkka<AkkaHostedService>(actorSystemName, builder);

    /// <summary>As the other overloads, with a hosted service of the application's own.</summary>
    /// <typeparam name="T">What starts and stops the actor system.</typeparam>
    /// <inheritdoc cref="AddAkka(IServiceCollection, string, Action{AkkaConfigurationBuilder})"/>
    public static IServiceCollection AddAkka<T>(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
        where T : AkkaHostedService
    {
        var configuration = new AkkaConfigurationBuilder(services, actorSystemName);
        services.AddSingleton(provider =>
        {
            builder(configuration, provider);
            return configuration;
        });
        services.AddSingleton(provider => provider.GetRequiredService<AkkaConfigurationBuilder>().Build(provider));
        services.AddSingleton(provider => ActorRegistry.For(provider.GetRequiredService<ActorSystem>()));
        services.AddSingleton<IActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton<IReadOnlyActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
        services.AddHostedService<T>();
        return services;
    }

    /// <summary>Adds HOCON.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="hocon">Parsed HOCON; a string converts to it.</param>
    /// <param name="addMode">Who wins where both say something.</param>
    public static AkkaConfigurationBuilder AddHocon(this AkkaConfigurationBuilder builder, Config hocon, HoconAddMode addMode)
        => builder.AddHoconConfiguration(hocon, addMode);

    /// <summary>
    /// Adds .NET configuration (JSON, environment variables …) as HOCON: a section brings its own path along, keys become paths,
    /// children that are all numbered become an array.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">A section or a whole configuration.</param>
    /// <param name="addMode">Who wins where both say something.</param>
    /// <param name="normalizeKeys">Keys in lower case, '-' for '_', as environment variables need it; false keeps them.</param>
    public static AkkaConfigurationBuilder AddHocon(
        this AkkaConfigurationBuilder builder, IConfiguration configuration, HoconAddMode addMode, bool normalizeKeys = true)
        => builder.AddHoconConfiguration(configuration.ToHocon(normalizeKeys), addMode);

    /// <summary>Adds a file of HOCON.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static AkkaConfigurationBuilder AddHoconFile(
        this AkkaConfigurationBuilder builder, string hoconFilePath, HoconAddMode addMode)
        => builder.AddHoconConfiguration(ConfigurationFactory.ParseString(File.ReadAllText(hoconFilePath)), addMode);

    /// <summary>Adds a programmatic setting of the actor system; a later one of the same type replaces it.</summary>
    public static AkkaConfigurationBuilder AddSetup(this AkkaConfigurationBuilder builder, Setup setup) => builder.AddSetup(setup);

    /// <summary>Sets how long an <c>Ask</c> without a timeout of its own waits (<c>akka.actor.ask-timeout</c>).</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="timeout">A positive time; zero and <see cref="Timeout.InfiniteTimeSpan"/> wait for ever.</param>
    public static AkkaConfigurationBuilder WithActorAskTimeout(this AkkaConfigurationBuilder builder, TimeSpan timeout)
    {
        var value = timeout.ToHocon(allowInfinite: true, zeroIsInfinite: true);
        return builder.AddHoconConfiguration(ConfigurationFactory.ParseString($"akka.actor.ask-timeout = {value}"), HoconAddMode.Prepend);
    }

    /// <summary>Starts actors when the host starts; starters run one after the other, in the order in which they were added.</summary>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> actorStarter)
        => builder.StartActors(actorStarter);

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarter actorStarter)
        => builder.StartActors(actorStarter);

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry, IDependencyResolver> actorStarter)
        => builder.StartActors(actorStarter);

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarterWithResolver actorStarter)
        => builder.StartActors(actorStarter);

    /// <summary>Chooses the provider of refs, whatever the configuration names. This engine has <see cref="ProviderSelection.Local"/>.</summary>
    public static AkkaConfigurationBuilder WithActorRefProvider(this AkkaConfigurationBuilder builder, ProviderSelection providerSelection) =>
        builder.SetActorRefProvider(providerSelection);
}
