using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>
/// The way from an actor system to its host's services. Actors outlive any scope that others open: one that needs scoped or
/// transient services takes an <see cref="IServiceProvider"/> or this, opens a scope of its own, and disposes it in <c>PostStop</c>.
/// </summary>
public sealed class DependencyResolver : IExtension
{
    /// <summary>Made by <see cref="DependencyResolverExtension"/>.</summary>
    public DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    /// <summary>Finds services in the host's root scope.</summary>
    public IDependencyResolver Resolver { get; }

    /// <summary>The resolver of an actor system.</summary>
    /// <exception cref="Configuration.ConfigurationException">It was made without a <see cref="DependencyResolverSetup"/>.</exception>
    public static DependencyResolver For(ActorSystem actorSystem) =>
        actorSystem.WithExtension<DependencyResolver, DependencyResolverExtension>();

    /// <inheritdoc cref="IDependencyResolver.Props(Type, object[])"/>
    public Props Props(Type type, params object[] args) => Resolver.Props(type, args);

    /// <inheritdoc cref="IDependencyResolver.Props(Type, object[])"/>
    public Props Props(Type type) => Resolver.Props(type);

    /// <inheritdoc cref="IDependencyResolver.Props(Type, object[])"/>
    public Props Props<T>(params object[] args)
        where T : ActorBase
        => Resolver.Props<T>(args);

    /// <inheritdoc cref="IDependencyResolver.Props(Type, object[])"/>
    public Props Props<T>()
        where T : ActorBase
        => Resolver.Props<T>();
}
