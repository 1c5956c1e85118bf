using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Stands for a task: the first message completes it, later ones are dead letters. What a message means, the derived type says.</summary>
internal abstract class PromiseActorRef(ActorSystemImpl system) : MinimalActorRef
{
    private readonly ActorPath _path = system.TempPath();
    private readonly Lock _watchersGate = new();
    private RefSet _watchers;
    private bool _unregistered;

    public override ActorPath Path => _path;

    public override IInternalActorRef Parent => system.TempContainer;

    public override IActorRefProvider Provider => system.Provider;

    protected ActorSystemImpl System => system;

    internal void Register() => system.TempContainer.Add(_path.Name, this);

    /// <summary>The task is complete: the path leads here no more, and watchers are told.</summary>
    internal void Unregister()
    {
        IEnumerable<IInternalActorRef> watchers;
        lock (_watchersGate)
        {
            if (_unregistered) return;
            _unregistered = true;
            watchers = _watchers.Take();
        }

        system.TempContainer.Remove(_path.Name);
        foreach (var watcher in watchers) TellOfEnd(watcher);
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch:
                if (!TryAdd(watch.Watcher)) TellOfEnd(watch.Watcher);
                break;
            case Unwatch unwatch:
                lock (_watchersGate) _watchers.Remove(unwatch.Watcher);
                break;
            case DeathWatchNotification death:
                Complete(new Terminated(death.Actor, death.ExistenceConfirmed, death.AddressTerminated));
                break;
        }
    }

    /// <summary>Completes the task with a message; false where it was complete before.</summary>
    protected abstract bool Complete(object message);

    /// <summary>True where the task was given up, so that a late answer is nobody's loss.</summary>
    protected abstract bool IsCanceled { get; }

    private bool TryAdd(IInternalActorRef watcher)
    {
        lock (_watchersGate)
        {
            if (!_unregistered) _watchers.Add(watcher);
            return !_unregistered;
        }
    }

    private void TellOfEnd(IInternalActorRef watcher) =>
        watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (!Complete(message) && !IsCanceled && message is not null) System.DeadLetters.Tell(new DeadLetter(message, sender ?? System.DeadLetters, this), sender);
    }
}
