using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The ref of an actor of this process. Its path is put together when somebody asks.</summary>
internal sealed class LocalActorRef : MinimalActorRef
{
    private readonly IInternalActorRef _parent;
    private readonly string _name;
    private ActorPath? _path;
    private Action? _onTerminated;

    internal LocalActorRef(ActorSystemImpl system, Props props, IInternalActorRef parent, string name, ActorPath? path = null)
        : this(system, props, parent, name, LookupDispatcher(system, props), path) { }

    private LocalActorRef(ActorSystemImpl system, Props props, IInternalActorRef parent, string name, MessageDispatcher dispatcher, ActorPath? path)
    {
        _parent = parent;
        _name = name;
        _path = path;
        Uid = path is null ? system.NextUid() : ActorCell.UndefinedUid;
        Cell = new ActorCell(system, this, props, dispatcher, parent);
    }

    public override ActorPath Path => _path ??= new ChildActorPath(_parent.Path, _name, Uid);

    public override IInternalActorRef Parent => _parent;

    public override bool IsTerminated => Cell.IsTerminated;

    internal ActorCell Cell { get; }

    internal long Uid { get; }

    internal ActorSystemImpl System => Cell.System;

    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is not LocalActorRef && base.Equals(obj));

    public override int GetHashCode() => Uid == ActorCell.UndefinedUid ? base.GetHashCode() : Uid.GetHashCode();

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        foreach (var element in name)
        {
            switch (element)
            {
                case "": continue;
                case "..": current = current.Parent; continue;
            }

            if (current is not LocalActorRef local) return current.GetChild([element]);
            if (local.Cell.FindChild(element) is not { } child) return ActorRefs.Nobody;
            current = child;
        }

        return current;
    }

    public override void Start() => Cell.Mailbox.PostSystem(new Create());

    public override void Stop() => SendSystemMessage(new Terminate());

    public override void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    public override void Resume(Exception? causedByFailure = null) => SendSystemMessage(new Resume(causedByFailure));

    public override void Suspend() => SendSystemMessage(new Suspend());

    public override void SendSystemMessage(ISystemMessage message) => Cell.Mailbox.PostSystem((SystemMessage)message);

    /// <summary>Called once when the actor is gone; for the system's own guardians.</summary>
    internal void OnTerminated(Action action) => _onTerminated = action;

    internal void Terminated() => _onTerminated?.Invoke();

    protected override void TellInternal(object message, IActorRef sender) => Cell.Post(message, sender);

    private static MessageDispatcher LookupDispatcher(ActorSystemImpl system, Props props) =>
        props.DispatcherId is { } id ? system.Dispatchers.Lookup(id) : system.DefaultDispatcher;
}
