using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs by publishing <see cref="LogEvent"/>s to a <see cref="LoggingBus"/>, whose level decides what is kept.</summary>
public sealed class BusLogging : LoggingAdapterBase
{
    // An actor's ref until its path is first wanted as text: most of a million actors that could log never do.
    private object _source;

    /// <summary>An adapter that logs for this source.</summary>
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : this(bus, (object)logSource, logClass, logMessageFormatter)
    {
    }

    internal BusLogging(LoggingBus bus, IActorRef logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : this(bus, (object)logSource, logClass, logMessageFormatter)
    {
    }

    private BusLogging(LoggingBus bus, object logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        _source = logSource;
        LogClass = logClass;
    }

    /// <summary>Where events go.</summary>
    public LoggingBus Bus { get; }

    /// <summary>The class of who logs.</summary>
    public Type LogClass { get; }

    /// <summary>Who logs.</summary>
    public string LogSource => _source as string ?? PathOfSource();

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

    private string PathOfSource()
    {
        var path = ((IActorRef)_source).Path.ToString();
        _source = path;
        return path;
    }
}
