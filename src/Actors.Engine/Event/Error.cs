namespace Akka.Event;

/// <summary>A log event of error level.</summary>
public class Error : LogEvent
{
    /// <summary>An event; an error may be without an exception.</summary>
    public Error(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
