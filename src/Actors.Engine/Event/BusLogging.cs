namespace Akka.Event;

/// <summary>Logs by publishing <see cref="LogEvent"/>s to a <see cref="LoggingBus"/>, whose level decides what is kept.</summary>
public sealed class BusLogging : LoggingAdapterBase
{
    /// <summary>An adapter that logs for this source.</summary>
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        LogSource = logSource;
        LogClass = logClass;
    }

    /// <summary>Where events go.</summary>
    public LoggingBus Bus { get; }

    /// <summary>The class of who logs.</summary>
    public Type LogClass { get; }

    /// <summary>Who logs.</summary>
    public string LogSource { get; }

    /// <inheritdoc/>
    public override bool IsDebugEnabled => Bus.LogLevel <= LogLevel.DebugLevel;

    /// <inheritdoc/>
    public override bool IsErrorEnabled => Bus.LogLevel <= LogLevel.ErrorLevel;

    /// <inheritdoc/>
    public override bool IsInfoEnabled => Bus.LogLevel <= LogLevel.InfoLevel;

    /// <inheritdoc/>
    public override bool IsWarningEnabled => Bus.LogLevel <= LogLevel.WarningLevel;

    /// <inheritdoc/>
    protected override void NotifyLog(LogLevel logLevel, object message, Exception? cause = null) => Bus.Publish(logLevel switch
    {
        LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
        LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
        LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
        LogLevel.ErrorLevel => new Error(cause, LogSource, LogClass, message),
        _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, "Unknown LogLevel"),
    });
}
