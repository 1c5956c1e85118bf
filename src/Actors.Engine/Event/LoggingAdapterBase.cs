namespace Akka.Event;

/// <summary>An <see cref="ILoggingAdapter"/> whose implementer says which levels are on and where an event goes.</summary>
public abstract class LoggingAdapterBase : ILoggingAdapter
{
    /// <summary>An adapter with this formatter.</summary>
    /// <exception cref="ArgumentNullException">There is no formatter.</exception>
    protected LoggingAdapterBase(ILogMessageFormatter logMessageFormatter)
    {
        ArgumentNullException.ThrowIfNull(logMessageFormatter);
        Formatter = logMessageFormatter;
    }

    /// <inheritdoc/>
    public ILogMessageFormatter Formatter { get; }

    /// <inheritdoc/>
    public abstract bool IsDebugEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsErrorEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsInfoEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsWarningEnabled { get; }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => IsDebugEnabled,
        LogLevel.InfoLevel => IsInfoEnabled,
        LogLevel.WarningLevel => IsWarningEnabled,
        LogLevel.ErrorLevel => IsErrorEnabled,
        _ => throw new NotSupportedException($"Unknown LogLevel {logLevel}"),
    };

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) => NotifyIfEnabled(logLevel, message, cause);

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, string format)
    {
        // The default formatter leaves a text without arguments as it is; another may want it.
        if (Formatter is DefaultLogMessageFormatter) NotifyIfEnabled(logLevel, format, cause);
        else if (IsEnabled(logLevel)) NotifyLog(logLevel, new ArrayLogMessage(Formatter, format, []), cause);
    }

    /// <summary>An event of an enabled level, to be passed on.</summary>
    protected abstract void NotifyLog(LogLevel logLevel, object message, Exception? cause = null);

    private void NotifyIfEnabled(LogLevel logLevel, object message, Exception? cause)
    {
        if (IsEnabled(logLevel)) NotifyLog(logLevel, message, cause);
    }
}
