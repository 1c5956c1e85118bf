namespace Akka.Event;

/// <summary>A log event of debug level.</summary>
public class Debug : LogEvent
{
    /// <summary>An event without a cause.</summary>
    public Debug(string logSource, Type logClass, object message)
    {
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <summary>An event with the exception that caused it.</summary>
    public Debug(Exception? cause, string logSource, Type logClass, object message)
        : this(logSource, logClass, message)
    {
        Cause = cause;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}
