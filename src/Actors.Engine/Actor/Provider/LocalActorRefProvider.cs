using Akka.Event;

namespace Akka.Actor;

/// <summary>The provider of a system whose actors all live in this process.</summary>
public sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly ActorSystemImpl _system;

    internal LocalActorRefProvider(ActorSystemImpl system) => _system = system;

    /// <inheritdoc />
    public IInternalActorRef RootGuardian => _system.LookupRoot;

    /// <inheritdoc />
    public LocalActorRef Guardian => (LocalActorRef)_system.Guardian;

    /// <inheritdoc />
    public LocalActorRef SystemGuardian => (LocalActorRef)_system.SystemGuardian;

    /// <inheritdoc />
    public IActorRef DeadLetters => _system.DeadLetters;

    /// <inheritdoc />
    public IActorRef IgnoreRef => _system.IgnoreRef;

    /// <inheritdoc />
    public ActorPath RootPath => RootGuardian.Path;

    /// <inheritdoc />
    public Settings Settings => _system.Settings;

    /// <inheritdoc />
    public Deployer Deployer => _system.Deployer;

    /// <inheritdoc />
    public Task TerminationTask => _system.WhenTerminated;

    /// <inheritdoc />
    public IInternalActorRef TempContainer => _system.TempContainer;

    /// <inheritdoc />
    public Address DefaultAddress => RootPath.Address;

    /// <inheritdoc />
    public ActorPath TempPath() => _system.TempPath();

    /// <inheritdoc />
    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) => _system.TempContainer.Add(Temporary(path), actorRef);

    /// <inheritdoc />
    public void UnregisterTempActor(ActorPath path) => _system.TempContainer.Remove(Temporary(path));

    /// <inheritdoc />
    public IActorRef RootGuardianAt(Address address) => address.Equals(DefaultAddress) ? RootGuardian : DeadLetters;

    /// <inheritdoc />
    public IActorRef ResolveActorRef(string path)
    {
        if (ActorPath.TryParse(path, out var actorPath)) return ResolveActorRef(actorPath!);
        _system.Log.Debug("Resolve of unknown path [{0}] failed", path);
        return DeadLetters;
    }

    /// <inheritdoc />
    public IActorRef ResolveActorRef(ActorPath path)
    {
        if (!path.Address.Equals(DefaultAddress) || path.Depth == 0)
            return path.Equals(RootPath) ? RootGuardian : DeadLetters;
        var elements = path.Elements.ToArray();
        if (path.Uid != ActorCell.UndefinedUid) elements[^1] += "#" + path.Uid;
        var found = RootGuardian.GetChild(elements);
        return found is Nobody ? new EmptyLocalActorRef(this, path, _system.EventStream) : found;
    }

    /// <inheritdoc />
    public Address? GetExternalAddressFor(Address address) => address.Equals(DefaultAddress) ? address : null;

    private string Temporary(ActorPath path) => path.Parent.Equals(TempContainer.Path)
        ? path.Name
        : throw new ArgumentException($"Cannot register or unregister temporary actor at [{path}] with actor path other than TempPath().", nameof(path));
}
