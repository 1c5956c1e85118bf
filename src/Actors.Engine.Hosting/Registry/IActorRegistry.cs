using Akka.Actor;

namespace Akka.Hosting;

/// <summary>A registry that can be added to: starters put their top-level actors here.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <summary>Registers an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="overwrite">Whether it may replace one that is registered under the key.</param>
    /// <exception cref="DuplicateActorRegistryException">There is one, and it may not be replaced.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    /// <summary>Registers an actor if its key is free.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="overwrite">Whether it may replace one that is registered under the key.</param>
    /// <returns>Whether it is registered now.</returns>
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);

    /// <inheritdoc cref="TryRegister{TKey}"/>
    bool TryRegister(Type key, IActorRef actor, bool overwrite = false);
}
