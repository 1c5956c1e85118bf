using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The engine's half of an actor: context, behaviour stack, children, watches, failure. All of it belongs to the actor's own turn, but
/// for the table of children, which others may read.
/// States: created → started → (suspended ↔ started) → terminating → terminated.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    internal const long UndefinedUid = 0;

    [ThreadStatic]
    private static ActorCell? _current;

    private readonly ActorSystemImpl _system;
    private readonly LocalActorRef _self;
    private readonly Props _props;
    private readonly Mailbox _mailbox;
    private ActorBase? _actor;
    // Null is the actor's first behaviour.
    private Receive? _behavior;
    private Stack<Receive?>? _behaviorsBelow;
    private object? _message;
    private IActorRef? _sender;
    private ActorTaskScheduler? _taskScheduler;

    internal ActorCell(ActorSystemImpl system, LocalActorRef self, Props props, MessageDispatcher dispatcher)
    {
        _system = system;
        _self = self;
        _props = props;
        _mailbox = new Mailbox(this, dispatcher.Attached(), system.Mailboxes.For(props, dispatcher.Configurator).NewBound());
    }

    /// <summary>The cell whose actor runs on this thread.</summary>
    internal static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }

    public IActorRef Self => _self;

    public Props Props => _props;

    public IActorRef Sender => _sender ?? _system.DeadLetters;

    ActorSystem IActorContext.System => _system;

    internal ActorSystemImpl System => _system;

    public IActorRef Parent => _self.Supervisor;

    public MessageDispatcher Dispatcher => _mailbox.Dispatcher;

    internal Mailbox Mailbox => _mailbox;

    /// <summary>The instance; null before it is made and after it has stopped.</summary>
    internal ActorBase? Actor => _actor;

    internal object? CurrentMessage => _message;

    /// <summary>True while a constructor may run in this cell.</summary>
    internal bool IsCreating { get; private set; }

    internal bool IsTerminated => _mailbox.IsClosed;

    internal ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    internal static IActorRef CurrentSelfOrNoSender() => _current is { } cell ? cell._self : ActorRefs.NoSender;

    internal static IActorRef CurrentSenderOrNoSender() => _current is { } cell ? cell.Sender : ActorRefs.NoSender;

    public ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, _system);

    public ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, _system, _self);

    public void Become(Receive receive)
    {
        _behaviorsBelow = null;
        _behavior = receive;
    }

    public void BecomeStacked(Receive receive)
    {
        (_behaviorsBelow ??= new Stack<Receive?>()).Push(_behavior);
        _behavior = receive;
    }

    public void UnbecomeStacked() => _behavior = _behaviorsBelow is { Count: > 0 } below ? below.Pop() : null;

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(Always(receive));

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(Always(receive));

    /// <summary>Sends the actor an ordinary message. Throws <see cref="InvalidMessageException"/> for null.</summary>
    internal void Post(object message, IActorRef? sender) =>
        _mailbox.Post(message ?? throw new InvalidMessageException("Message is null."), sender);

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
