using Akka.Actor;

namespace Akka.Event;

/// <summary>How one gets a logger, and the names of the levels.</summary>
public static class Logging
{
    /// <summary>Above every level: nothing is logged.</summary>
    private const LogLevel OffLevel = (LogLevel)int.MaxValue;

    /// <summary>The class of the events of a level.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException("Unknown LogLevel", nameof(logLevel)),
    };

    /// <summary>A level's name, as configuration has it.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLevel => "OFF",
        _ => throw new ArgumentException("Unknown LogLevel", nameof(logLevel)),
    };

    /// <summary>The level of a name, in any case of letters; <c>OFF</c> is above them all.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => OffLevel,
        _ => throw new ArgumentException($"Unknown LogLevel: \"{logLevel}\".", nameof(logLevel)),
    };

    /// <summary>The level of a class of events.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor<T>()
        where T : LogEvent => typeof(T).Name switch
        {
            nameof(Debug) => LogLevel.DebugLevel,
            nameof(Info) => LogLevel.InfoLevel,
            nameof(Warning) => LogLevel.WarningLevel,
            nameof(Error) => LogLevel.ErrorLevel,
            _ => throw new ArgumentException($"Unknown LogLevel type: {typeof(T)}"),
        };

    /// <summary>A logger for an actor; the source is its path.</summary>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
        => new BusLogging(
            context.System.EventStream, context.Self, context.Props.Type, logMessageFormatter ?? context.System.Settings.LogFormatter);

    /// <summary>A logger for a source: an actor, its context, a type, a text, or any object for its type.</summary>
    public static ILoggingAdapter GetLogger(ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj, system);
        return new BusLogging(system.EventStream, source.Source, source.Type, logMessageFormatter ?? system.Settings.LogFormatter);
    }

    /// <summary>A logger on a bus.</summary>
    public static ILoggingAdapter GetLogger(LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj);
        return new BusLogging(loggingBus, source.Source, source.Type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    /// <summary>The name of an object's type, without its namespace.</summary>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of a type, without its namespace.</summary>
    public static string SimpleName(Type t) => t.Name;
}
