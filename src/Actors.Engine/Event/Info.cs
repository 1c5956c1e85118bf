namespace Akka.Event;

/// <summary>A log event of info level.</summary>
public class Info : LogEvent
{
    /// <summary>An event without a cause.</summary>
    public Info(string logSource, Type logClass, object message)
    {
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <summary>An event with the exception that caused it.</summary>
    public Info(Exception? cause, string logSource, Type logClass, object message)
        : this(logSource, logClass, message)
    {
        Cause = cause;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}
