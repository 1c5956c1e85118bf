namespace Akka.Actor;

/// <summary>One registered handler: takes a message or leaves it.</summary>
internal abstract class MessageHandler
{
    internal abstract bool TryHandle(object message);
}

/// <summary>Takes messages of a static type that the predicate, if any, lets through.</summary>
internal sealed class TypedHandler<T>(Action<T> handler, Predicate<T>? shouldHandle) : MessageHandler
{
    internal override bool TryHandle(object message)
    {
        if (message is not T typed || (shouldHandle is not null && !shouldHandle(typed))) return false;
        handler(typed);
        return true;
    }
}

/// <summary>Takes messages of a static type where the handler says that it did.</summary>
internal sealed class DecidingHandler<T>(Func<T, bool> handler) : MessageHandler
{
    internal override bool TryHandle(object message) => message is T typed && handler(typed);
}

/// <summary>Takes messages of a type known at run time.</summary>
internal sealed class RuntimeTypedHandler(Type type, Func<object, bool> handler) : MessageHandler
{
    internal override bool TryHandle(object message) => type.IsInstanceOfType(message) && handler(message);
}
