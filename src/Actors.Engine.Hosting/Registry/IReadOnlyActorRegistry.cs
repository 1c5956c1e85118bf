using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Finds actors by a type that stands for them.</summary>
public interface IReadOnlyActorRegistry : IEnumerable<KeyValuePair<Type, IActorRef>>
{
    /// <summary>Finds an actor.</summary>
    /// <param name="actor">The actor, or <see cref="ActorRefs.Nobody"/> where none is registered.</param>
    /// <returns>Whether one is registered.</returns>
    bool TryGet<TKey>(out IActorRef actor);

    /// <inheritdoc cref="TryGet{TKey}"/>
    bool TryGet(Type key, out IActorRef actor);

    /// <summary>Finds an actor that must be there.</summary>
    /// <exception cref="MissingActorRegistryEntryException">None is registered.</exception>
    IActorRef Get<TKey>();

    /// <summary>Finds an actor, or waits until it is registered.</summary>
    /// <param name="ct">Ends the wait; the task is then cancelled.</param>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);

    /// <inheritdoc cref="GetAsync{TKey}"/>
    Task<IActorRef> GetAsync(Type key, CancellationToken ct = default);
}
