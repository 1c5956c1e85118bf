using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Looks the actor up when it is first used, and remembers it: a service can be made before its actor is started.</summary>
/// <typeparam name="TActor">The key under which it is registered.</typeparam>
public sealed class RequiredActor<TActor> : IRequiredActor<TActor>
{
    private readonly IReadOnlyActorRegistry _registry;
    private IActorRef? _actor;

    /// <summary>Made by the host's services.</summary>
    public RequiredActor(IReadOnlyActorRegistry registry) => _registry = registry;

    /// <inheritdoc />
    public IActorRef ActorRef => _actor ??= _registry.Get<TActor>();

    /// <inheritdoc />
    public async Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) =>
        _actor ??= await _registry.GetAsync<TActor>(cancellationToken).ConfigureAwait(false);
}
