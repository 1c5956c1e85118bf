using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// An actor with a handler per message type, registered in its constructor or in the action given to Become; the first that matches
/// handles the message.
/// </summary>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private readonly MessageHandlers _initial = new();
    private MessageHandlers? _configuring;

    /// <summary>Called by the engine only.</summary>
    protected ReceiveActor() => _configuring = _initial;

    void IInitializableActor.Init() => _configuring = null;

    /// <inheritdoc />
    protected override void OnReceive(object message)
    {
        if (!_initial.TryHandle(message)) Unhandled(message);
    }

    /// <summary>Replaces the current behaviour by the handlers that <paramref name="configure"/> registers.</summary>
    protected void Become(Action configure) => base.Become(Configured(configure));

    /// <summary>Puts the handlers that <paramref name="configure"/> registers on top of the current behaviour.</summary>
    protected void BecomeStacked(Action configure) => base.BecomeStacked(Configured(configure));

    /// <summary>Handles messages of type <typeparamref name="T"/> that <paramref name="shouldHandle"/> lets through.</summary>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Register(new TypedHandler<T>(handler, shouldHandle), shouldHandle is null && typeof(T) == typeof(object));

    /// <summary>Handles messages of type <typeparamref name="T"/> that <paramref name="shouldHandle"/> lets through.</summary>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles messages of type <typeparamref name="T"/> where the handler returns true.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Register(new DecidingHandler<T>(handler));

    /// <summary>Handles messages of <paramref name="messageType"/> that <paramref name="shouldHandle"/> lets through.</summary>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Register(new RuntimeTypedHandler(messageType, Guarded(handler, shouldHandle)), shouldHandle is null && messageType == typeof(object));

    /// <summary>Handles messages of <paramref name="messageType"/> that <paramref name="shouldHandle"/> lets through.</summary>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>Handles messages of <paramref name="messageType"/> where the handler returns true.</summary>
    protected void Receive(Type messageType, Func<object, bool> handler) => Register(new RuntimeTypedHandler(messageType, handler));

    /// <summary>Handles every message; no handler may follow.</summary>
    protected void ReceiveAny(Action<object> handler) => Receive<object>(handler);

    /// <summary>As <see cref="Receive{T}(Action{T}, Predicate{T}?)"/>; further messages wait until the task is done.</summary>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Receive(message => RunTask(() => handler(message)), shouldHandle);

    /// <summary>As <see cref="Receive{T}(Action{T}, Predicate{T}?)"/>; further messages wait until the task is done.</summary>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

    /// <summary>As <see cref="Receive(Type, Action{object}, Predicate{object}?)"/>; further messages wait until the task is done.</summary>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, message => RunTask(() => handler(message)), shouldHandle);

    /// <summary>As <see cref="Receive(Type, Action{object}, Predicate{object}?)"/>; further messages wait until the task is done.</summary>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    /// <summary>Handles every message by a task; no handler may follow.</summary>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAsync<object>(handler);

    private static Func<object, bool> Guarded(Action<object> handler, Predicate<object>? shouldHandle) => message =>
    {
        if (shouldHandle is not null && !shouldHandle(message)) return false;
        handler(message);
        return true;
    };

    private void Register(MessageHandler handler, bool catchesAll = false)
    {
        if (_configuring is null)
            throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");
        _configuring.Add(handler, catchesAll);
    }

    private UntypedReceive Configured(Action configure)
    {
        var outer = _configuring;
        var handlers = _configuring = new MessageHandlers();
        try
        {
            configure();
        }
        finally
        {
            _configuring = outer;
        }

        return message =>
        {
            if (!handlers.TryHandle(message)) Unhandled(message);
        };
    }
}
