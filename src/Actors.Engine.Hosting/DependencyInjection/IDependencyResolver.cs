using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Makes actors' <see cref="Akka.Actor.Props"/> and finds services for them, whatever the container behind it.</summary>
public interface IDependencyResolver
{
    /// <summary>Opens a scope: services that live as long as it does. Who opens it disposes it.</summary>
    IResolverScope CreateScope();

    /// <summary>Finds a service.</summary>
    /// <returns>The service, or null (the type's default) where none is registered.</returns>
    T? GetService<T>();

    /// <inheritdoc cref="GetService{T}"/>
    object? GetService(Type type);

    /// <summary>Props of an actor whose constructor takes services, all of them or beside the arguments that are given here.</summary>
    /// <param name="type">The actor's type.</param>
    /// <param name="args">What the container does not know; matched to the constructor's parameters by type.</param>
    /// <exception cref="ArgumentException">The type is not an actor.</exception>
    Props Props(Type type, params object[] args);

    /// <inheritdoc cref="Props(Type, object[])"/>
    Props Props(Type type);

    /// <inheritdoc cref="Props(Type, object[])"/>
    Props Props<T>(params object[] args)
        where T : ActorBase;
}
