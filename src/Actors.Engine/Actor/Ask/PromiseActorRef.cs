using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Stands for a task: the first message completes it, later ones are dead letters. What a message means, the derived type says.</summary>
internal abstract class PromiseActorRef(ActorSystemImpl system) : MinimalActorRef
{
    private readonly ActorPath _path = system.TempPath();
    private int _unregistered;

    public override ActorPath Path => _path;

    public override IInternalActorRef Parent => system.TempContainer;

    protected ActorSystemImpl System => system;

    internal void Register() => system.TempContainer.Add(_path.Name, this);

    internal void Unregister()
    {
        if (Interlocked.Exchange(ref _unregistered, 1) == 0) system.TempContainer.Remove(_path.Name);
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch:
                watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: true, addressTerminated: false));
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

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (!Complete(message) && !IsCanceled) System.DeadLetters.Tell(new DeadLetter(message, sender ?? System.DeadLetters, this), sender);
    }
}
