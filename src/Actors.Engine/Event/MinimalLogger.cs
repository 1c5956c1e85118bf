using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// A logger without an actor behind it: what it is told, it logs at once, on the caller's thread. It serves before there are actors
/// and after the last one; <c>akka.stdout-logger-class</c> names the one of a system.
/// </summary>
public abstract class MinimalLogger : MinimalActorRef
{
    private static readonly ActorPath LoggerPath = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    /// <summary>Which events to log at all.</summary>
    public LogFilterEvaluator Filter { get; internal set; } = LogFilterEvaluator.NoFilters;

    /// <summary>There is none. Throws <see cref="NotSupportedException"/>.</summary>
    public sealed override IActorRefProvider Provider => throw new NotSupportedException("This logger has no provider.");

    /// <inheritdoc/>
    public sealed override ActorPath Path => LoggerPath;

    /// <inheritdoc/>
    protected sealed override void TellInternal(object message, IActorRef sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        Log(message);
    }

    /// <summary>Logs a message, most often a <see cref="LogEvent"/>.</summary>
    protected abstract void Log(object message);
}
