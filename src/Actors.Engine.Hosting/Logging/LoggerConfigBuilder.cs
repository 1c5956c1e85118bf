using System.Text;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Hosting.Internal;

namespace Akka.Hosting;

/// <summary>Which loggers an actor system has, and what they log.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];
    private Type _logMessageFormatter = typeof(DefaultLogMessageFormatter);

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>The least level that is logged; <see cref="LogLevel.InfoLevel"/> by default.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    /// <summary>Whether the whole configuration is logged, at info level, when the system starts.</summary>
    public bool LogConfigOnStart { get; set; }

    /// <summary>What the engine logs about itself; null leaves it to HOCON.</summary>
    public DebugOptions? DebugOptions { get; set; }

    /// <summary>How dead letters are logged; null leaves it to HOCON.</summary>
    public DeadLetterOptions? DeadLetterOptions { get; set; }

    /// <summary>Which log events are dropped before they reach a logger.</summary>
    public LogFilterBuilder? LogFilterBuilder { get; set; }

    /// <summary>Puts arguments into messages, wherever a logger is made without a formatter of its own.</summary>
    /// <exception cref="ConfigurationException">
    /// Not a class that implements <see cref="ILogMessageFormatter"/> and needs no constructor argument.
    /// </exception>
    public Type LogMessageFormatter
    {
        get => _logMessageFormatter;
        set
        {
            var formats = typeof(ILogMessageFormatter).IsAssignableFrom(value) && !value.IsAbstract;
            if (!formats || value.GetConstructor(Type.EmptyTypes) is null)
            {
                throw new ConfigurationException(
                    $"{value.FullName} must be a class that implements {nameof(ILogMessageFormatter)} and needs no constructor argument");
            }

            _logMessageFormatter = value;
        }
    }

    /// <summary>Sets <see cref="LogMessageFormatter"/>.</summary>
    public LoggerConfigBuilder WithDefaultLogMessageFormatter<T>()
        where T : ILogMessageFormatter
    {
        LogMessageFormatter = typeof(T);
        return this;
    }

    /// <summary>Adds filters to <see cref="LogFilterBuilder"/>.</summary>
    public LoggerConfigBuilder WithLogFilter(Action<LogFilterBuilder> filterBuilder)
    {
        filterBuilder(LogFilterBuilder ??= new LogFilterBuilder());
        return this;
    }

    /// <summary>Takes every logger out, the default one too.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    /// <summary>Adds a logger, an actor that is told every log event; one that is there already stays as it is.</summary>
    public LoggerConfigBuilder AddLogger<T>()
        where T : IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        if (!_loggers.Contains(typeof(T))) _loggers.Add(typeof(T));
        return this;
    }

    internal Config ToConfig()
    {
        var hocon = new StringBuilder();
        hocon.AppendLine("akka {");
        hocon.Append("loglevel = ").AppendLine(Name(LogLevel));
        hocon.Append("loggers = [")
            .AppendJoin(", ", _loggers.Select(logger => HoconText.Quote(logger.AssemblyQualifiedName!))).AppendLine("]");
        hocon.Append("log-config-on-start = ").AppendLine(LogConfigOnStart ? "true" : "false");
        hocon.Append("logger-formatter = ").AppendLine(HoconText.Quote(LogMessageFormatter.AssemblyQualifiedName!));
        hocon.AppendLine("}");
        hocon.Append(DeadLetterOptions);
        hocon.Append(DebugOptions);
        return ConfigurationFactory.ParseString(hocon.ToString());
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => "Debug",
        LogLevel.InfoLevel => "Info",
        LogLevel.WarningLevel => "Warning",
        LogLevel.ErrorLevel => "Error",
        _ => throw new ConfigurationException($"Unknown log level {level}"),
    };
}
