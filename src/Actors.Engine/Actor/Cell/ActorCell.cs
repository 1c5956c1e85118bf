using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The engine's half of an actor: context, behaviour stack, children, watches, failure. All of it belongs to the actor's own turn, but
/// for the table of children, which others may read.
/// States: created → started → (suspended ↔ started) → terminating → terminated.
/// </summary>
public partial class ActorCell : IUntypedActorContext, ICell
{
    internal const long UndefinedUid = 0;

    private readonly ActorSystemImpl _system;
    private readonly LocalActorRef _self;
    private readonly ActorMailbox _mailbox;
    private Props _props;
    private ActorBase? _actor;
    // Null is the actor's first behaviour.
    private Receive? _behavior;
    private Stack<Receive?>? _behaviorsBelow;
    private object? _message;
    private IActorRef? _sender;
    private ActorTaskScheduler? _taskScheduler;
    private Backlog _backlog;

    internal ActorCell(ActorSystemImpl system, LocalActorRef self, Props props, ActorMailbox mailbox)
    {
        _system = system;
        _self = self;
        _props = props;
        _mailbox = mailbox;
        mailbox.Cell = this;
    }

    /// <summary>The cell whose actor runs on this thread.</summary>
    internal static ActorCell? Current
    {
        get => ActorThread.This.Cell;
        set => ActorThread.This.Cell = value;
    }

    /// <inheritdoc />
    public IActorRef Self => _self;

    /// <inheritdoc />
    public Props Props => _props;

    /// <inheritdoc />
    public IActorRef Sender => _sender ?? _system.DeadLetters;

    /// <inheritdoc />
    public ActorSystem System => _system;

    /// <inheritdoc />
    public ActorSystemImpl SystemImpl => _system;

    /// <inheritdoc />
    public IInternalActorRef Parent => _self.Supervisor;

    /// <inheritdoc />
    public MessageDispatcher Dispatcher => _mailbox.Dispatcher;

    /// <summary>Where its messages wait; all that have stopped share one.</summary>
    public Mailbox Mailbox => IsTerminated ? _system.Mailboxes.DeadLetterMailbox : _mailbox;

    /// <inheritdoc />
    public bool IsLocal => true;

    /// <inheritdoc />
    public bool IsTerminated => _mailbox.IsClosed;

    /// <inheritdoc />
    public bool HasMessages => _mailbox.HasMessages;

    /// <inheritdoc />
    public int NumberOfMessages => _mailbox.NumberOfMessages;

    /// <summary>The message in hand; null between two.</summary>
    public object? CurrentMessage => _message;

    IActorRef IActorContext.Parent => Parent;

    /// <summary>The mailbox that was made for it.</summary>
    internal ActorMailbox OwnMailbox => _mailbox;

    /// <summary>That mailbox's other half.</summary>
    internal ref Backlog Backlog => ref _backlog;

    /// <summary>The instance; null before it is made and after it has stopped.</summary>
    internal ActorBase? Actor => _actor;

    /// <summary>True while a constructor may run in this cell.</summary>
    internal bool IsCreating { get; private set; }

    internal ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    internal static IActorRef CurrentSelfOrNoSender() => Current is { } cell ? cell._self : ActorRefs.NoSender;

    internal static IActorRef CurrentSenderOrNoSender() => Current is { } cell ? cell.Sender : ActorRefs.NoSender;

    /// <inheritdoc />
    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, _system);

    /// <inheritdoc />
    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, _system, _self);

    /// <inheritdoc />
    public void Become(Receive receive)
    {
        _behaviorsBelow = null;
        _behavior = receive;
    }

    /// <inheritdoc />
    public void BecomeStacked(Receive receive)
    {
        (_behaviorsBelow ??= new Stack<Receive?>()).Push(_behavior);
        _behavior = receive;
    }

    /// <inheritdoc />
    public void UnbecomeStacked() => _behavior = _behaviorsBelow is { Count: > 0 } below ? below.Pop() : null;

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(Always(receive));

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(Always(receive));

    /// <summary>What came too late for this actor.</summary>
    internal void DeadLetter(object message, IActorRef? sender)
    {
        // A dead letter came because this actor has subscribed to them and not yet been unsubscribed: it would come again, and again.
        if (message is not Event.DeadLetter) _system.DeadLetters.Tell(new DeadLetter(message, sender ?? _system.DeadLetters, _self), sender);
    }

    /// <summary>A system message that came too late: a watcher is told, the rest has no object any more.</summary>
    internal void DeadSystemLetter(SystemMessage message)
    {
        if (message is Watch watch && !watch.Watcher.Equals(_self))
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
    }

    private static Receive Always(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void Publish(LogEvent log) => _system.EventStream.Publish(log);

    private void PublishError(Exception? cause, string text) => Publish(new Error(cause, _self.Path.ToString(), ActorType, text));

    /// <summary>Asked before a text is made, too: most systems never want it.</summary>
    private bool LogsLifecycle => _system.LogsLifecycle;

    private void Debug(string text)
    {
        if (LogsLifecycle) Publish(new Debug(_self.Path.ToString(), ActorType, text));
    }

    private Type ActorType => _actor?.GetType() ?? _props.Type;
}
