using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Services and actors from a .NET service provider.</summary>
public class ServiceProviderDependencyResolver : IDependencyResolver
{
    /// <summary>Finds services in this provider.</summary>
    public ServiceProviderDependencyResolver(IServiceProvider serviceProvider) => ServiceProvider = serviceProvider;

    /// <summary>Where services come from.</summary>
    public IServiceProvider ServiceProvider { get; }

    /// <inheritdoc />
    public IResolverScope CreateScope() => new ServiceProviderScope(ServiceProvider.CreateScope());

    /// <inheritdoc />
    public object? GetService(Type type) => ServiceProvider.GetService(type);

    /// <inheritdoc />
    public T? GetService<T>() => ServiceProvider.GetService<T>();

    /// <inheritdoc />
    public Props Props(Type type, params object[] args) => typeof(ActorBase).IsAssignableFrom(type)
        ? Actor.Props.CreateBy(new ServiceProviderActorProducer(ServiceProvider, type, args))
        : throw new ArgumentException($"[{type}] does not derive from {typeof(ActorBase)}", nameof(type));

    /// <inheritdoc />
    public Props Props(Type type) => Props(type, []);

    /// <inheritdoc />
    public Props Props<T>(params object[] args)
        where T : ActorBase
        => Props(typeof(T), args);
}
