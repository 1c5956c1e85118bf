namespace Akka.Actor;

/// <summary>The handlers of one behaviour, asked in the order in which they were added.</summary>
internal sealed class MessageHandlers
{
    private MessageHandler[] _handlers = [];
    private bool _closed;

    /// <summary>Adds a handler; <paramref name="catchesAll"/> allows none behind it.</summary>
    internal void Add(MessageHandler handler, bool catchesAll)
    {
        if (_closed)
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
        // Grown by exactly one: an actor has few handlers, is made once, and a million of them may live.
        Array.Resize(ref _handlers, _handlers.Length + 1);
        _handlers[^1] = handler;
        _closed = catchesAll;
    }

    internal bool TryHandle(object message)
    {
        foreach (var handler in _handlers)
            if (handler.TryHandle(message))
                return true;
        return false;
    }
}
