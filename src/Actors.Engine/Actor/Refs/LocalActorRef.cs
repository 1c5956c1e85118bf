using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The ref of an actor of this process. Its path is put together when somebody asks.</summary>
public class LocalActorRef : ActorRefWithCell
{
    private readonly IInternalActorRef _parent;
    private readonly string _name;
    // Not by way of the cell: a sender that reads it would wait for what the actor's turn writes there.
    private readonly ActorMailbox _mailbox;
    private ActorPath? _path;

    internal LocalActorRef(ActorSystemImpl system, Props props, IInternalActorRef parent, string name, ActorPath? path = null)
        : this(system, props, parent, name, LookupDispatcher(system, props), path) { }

    private LocalActorRef(ActorSystemImpl system, Props props, IInternalActorRef parent, string name, MessageDispatcher dispatcher, ActorPath? path)
    {
        _parent = parent;
        _name = name;
        _path = path;
        Uid = path is null ? system.NextUid() : ActorCell.UndefinedUid;
        _mailbox = new ActorMailbox(dispatcher.Attached(), system.Mailboxes.For(props, dispatcher.Configurator).NewBound());
        _ = new ActorCell(system, this, props, _mailbox);
    }

    /// <inheritdoc />
    public override ActorPath Path => _path ??= new ChildActorPath(_parent.Path, _name, Uid);

    /// <inheritdoc />
    public override IInternalActorRef Parent => IsRoot ? this : _parent;

    /// <inheritdoc />
    public override bool IsLocal => true;

    /// <inheritdoc />
    public override IEnumerable<IActorRef> Children => Cell.GetChildren();

    /// <inheritdoc />
    public override bool IsTerminated => Cell.IsTerminated;

    /// <inheritdoc />
    public override IActorRefProvider Provider => System.Provider;

    /// <inheritdoc />
    public override ICell Underlying => Cell;

    /// <summary>The engine's half of the actor.</summary>
    public ActorCell Cell => _mailbox.Cell;

    internal long Uid { get; }

    /// <summary>The path's last name, without making the path.</summary>
    internal string Name => _name;

    /// <summary>Who hears of failure and end; the root has one, too.</summary>
    internal IInternalActorRef Supervisor => _parent;

    internal ActorSystemImpl System => Cell.SystemImpl;

    internal bool IsRoot => Uid == ActorCell.UndefinedUid;

    /// <inheritdoc />
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is not LocalActorRef && base.Equals(obj));

    /// <inheritdoc />
    public override int GetHashCode() => IsRoot ? base.GetHashCode() : Uid.GetHashCode();

    /// <inheritdoc />
    public override IInternalActorRef GetSingleChild(string name) =>
        Cell.FindChild(name) ?? (IsRoot ? System.ExtraName(name) : null) ?? ActorRefs.Nobody;

    /// <inheritdoc />
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

            current = current is LocalActorRef local ? local.GetSingleChild(element) : (IInternalActorRef)current.GetChild([element]);
            if (current is Nobody) break;
        }

        return current;
    }

    /// <inheritdoc />
    public override void Start() => Cell.Start();

    /// <inheritdoc />
    public override void Stop() => Cell.Stop();

    /// <inheritdoc />
    public override void Restart(Exception cause) => Cell.Restart(cause);

    /// <inheritdoc />
    public override void Resume(Exception? causedByFailure = null) => Cell.Resume(causedByFailure);

    /// <inheritdoc />
    public override void Suspend() => Cell.Suspend();

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message) => Cell.SendSystemMessage(message);

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender) => _mailbox.Post(message, sender);

    private static MessageDispatcher LookupDispatcher(ActorSystemImpl system, Props props) =>
        props.DispatcherId is { } id ? system.Dispatchers.Lookup(id) : system.DefaultDispatcher;
}
