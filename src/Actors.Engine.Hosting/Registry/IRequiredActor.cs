using Akka.Actor;

namespace Akka.Hosting;

/// <summary>An actor that a service asks for in its constructor.</summary>
/// <typeparam name="TActor">The key under which it is registered.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <summary>The actor, which must be registered by now.</summary>
    /// <exception cref="MissingActorRegistryEntryException">It is not.</exception>
    IActorRef ActorRef { get; }

    /// <summary>The actor, as soon as it is registered: for services that may run before the actor system has started.</summary>
    /// <param name="cancellationToken">Ends the wait; the task is then cancelled.</param>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}
