namespace Akka.Event;

/// <summary>A log event of warning level.</summary>
public class Warning : LogEvent
{
    /// <summary>An event without a cause.</summary>
    public Warning(string logSource, Type logClass, object message)
    {
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <summary>An event with the exception that caused it.</summary>
    public Warning(Exception? cause, string logSource, Type logClass, object message)
        : this(logSource, logClass, message)
    {
        Cause = cause;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}
