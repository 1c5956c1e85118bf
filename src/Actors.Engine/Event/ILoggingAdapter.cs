namespace Akka.Event;

/// <summary>What one logs to. <see cref="LoggingExtensions"/> has the methods for daily use.</summary>
public interface ILoggingAdapter
{
    /// <summary>What makes text of formats and arguments.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>Whether debug events are kept.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether info events are kept.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether warnings are kept.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether errors are kept.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether events of this level are kept.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a text as it is.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);

    /// <summary>Logs a format with arguments.</summary>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);
}
