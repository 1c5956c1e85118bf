using System.Collections;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>
/// An actor system's top-level actors by the type that stands for each: how the rest of the application finds them.
/// Safe to use from any thread.
/// </summary>
public class ActorRegistry : IActorRegistry, IExtension
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IActorRef> _actors = [];
    private readonly Dictionary<Type, TaskCompletionSource<IActorRef>> _waits = [];

    /// <summary>The registry of an actor system.</summary>
    public static ActorRegistry For(ActorSystem actorSystem) => actorSystem.WithExtension<ActorRegistry, ActorRegistryExtension>();

    /// <inheritdoc />
    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        if (!TryRegister<TKey>(actor, overwrite))
        {
            throw new DuplicateActorRegistryException(
                $"An actor for key {typeof(TKey)} is registered already: register with overwrite, or under another key");
        }
    }

    /// <inheritdoc />
    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false) => TryRegister(typeof(TKey), actor, overwrite);

    /// <inheritdoc />
    public bool TryRegister(Type key, IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(actor);
        TaskCompletionSource<IActorRef>? waiting;
        lock (_gate)
        {
            if (!overwrite && _actors.ContainsKey(key)) return false;
            _actors[key] = actor;
            _waits.Remove(key, out waiting);
        }

        waiting?.SetResult(actor);
        return true;
    }

    /// <inheritdoc />
    public bool TryGet<TKey>(out IActorRef actor) => TryGet(typeof(TKey), out actor);

    /// <inheritdoc />
    public bool TryGet(Type key, out IActorRef actor)
    {
        lock (_gate)
        {
            if (_actors.TryGetValue(key, out var found))
            {
                actor = found;
                return true;
            }
        }

        actor = ActorRefs.Nobody;
        return false;
    }

    /// <inheritdoc />
    public IActorRef Get<TKey>() =>
        TryGet<TKey>(out var actor)
            ? actor
            : throw new MissingActorRegistryEntryException($"No actor registered for key {typeof(TKey).FullName}");

    /// <inheritdoc />
    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default) => GetAsync(typeof(TKey), ct);

    /// <inheritdoc />
    public Task<IActorRef> GetAsync(Type key, CancellationToken ct = default)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<IActorRef>(ct);
        Task<IActorRef> registration;
        lock (_gate)
        {
            if (_actors.TryGetValue(key, out var actor)) return Task.FromResult(actor);
            if (!_waits.TryGetValue(key, out var waiting))
            {
                // One for all who wait for the key. Continuations run elsewhere: whoever registers an actor is not to do their work.
                waiting = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waits.Add(key, waiting);
            }

            registration = waiting.Task;
        }

        return registration.WaitAsync(ct);
    }

    /// <summary>The actors as they are registered now; later changes do not show.</summary>
    public IEnumerator<KeyValuePair<Type, IActorRef>> GetEnumerator()
    {
        lock (_gate)
        {
            return _actors.ToList().GetEnumerator();
        }
    }

    /// <inheritdoc cref="GetEnumerator"/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
