using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>
/// An event bus by type that knows loggers: it starts and stops them, and subscribes each to the events of the current level and
/// above. Standard output serves while the system starts and once it ends; in between, the loggers of <c>akka.loggers</c> do.
/// </summary>
public class LoggingBus : ActorEventBus<object, Type>
{
    private static readonly LogLevel[] AllLevels = [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel];

    private readonly Lock _loggersGate = new();
    private readonly List<IActorRef> _loggers = [];
    private volatile int _logLevel;

    /// <summary>The lowest level that loggers are subscribed to.</summary>
    public LogLevel LogLevel => (LogLevel)_logLevel;

    /// <summary>Sets the level, and subscribes every logger accordingly.</summary>
    public void SetLogLevel(LogLevel logLevel)
    {
        lock (_loggersGate)
        {
            _logLevel = (int)logLevel;
            foreach (var logger in _loggers)
            {
                foreach (var level in AllLevels)
                {
                    if (level >= logLevel) Subscribe(logger, level.ClassFor());
                    else Unsubscribe(logger, level.ClassFor());
                }
            }
        }
    }

    /// <summary>Starts logging to standard output, at <c>akka.stdout-loglevel</c>.</summary>
    public void StartStdoutLogger(Settings config)
    {
        SetUpStdoutLogger(config);
        Publish(OwnDebug(SimpleName(this), "StandardOutLogger started"));
    }

    /// <summary>
    /// Starts the loggers of <c>akka.loggers</c> as system actors and waits for each until it is ready, at most
    /// <c>akka.logger-startup-timeout</c>; then standard output is let go, unless it is one of them.
    /// </summary>
    /// <exception cref="ConfigurationException">A logger's type is not found, or it does not start.</exception>
    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        var logName = $"{SimpleName(this)}({system.Name})";
        var logLevel = Logging.LogLevelFor(settings.LogLevel);
        var keepsStdout = false;
        foreach (var name in settings.Loggers)
        {
            var type = Type.GetType(name)
                ?? throw new ConfigurationException($"Logger specified in config cannot be found: \"{name}\"");
            if (typeof(MinimalLogger).IsAssignableFrom(type))
            {
                keepsStdout = true;
                continue;
            }
            try
            {
                AddLogger(system, type, logLevel, logName, settings);
            }
            catch (Exception ex)
            {
                throw new ConfigurationException($"Logger [{name}] specified in config cannot be loaded: {ex}", ex);
            }
        }
        _logLevel = (int)logLevel;
        if (settings.DebugUnhandledMessage) StartUnhandledMessageForwarder(system, logName);
        if (!keepsStdout)
        {
            Publish(OwnDebug(logName, "StandardOutLogger being removed"));
            RemoveLogger(settings.StdoutLogger);
        }
        Publish(OwnDebug(logName, "Default Loggers started"));
    }

    /// <summary>Stops the loggers; standard output takes over first, so that nothing that is said from now on is lost.</summary>
    internal void StopDefaultLoggers(ActorSystemImpl system)
    {
        IActorRef[] loggers;
        lock (_loggersGate) loggers = [.. _loggers];
        if (!loggers.Contains(system.Settings.StdoutLogger))
        {
            SetUpStdoutLogger(system.Settings);
            Publish(OwnDebug(SimpleName(this), "Shutting down: StandardOutLogger started"));
        }
        foreach (var logger in loggers)
        {
            if (logger is MinimalLogger) continue;
            RemoveLogger(logger);
            ((IInternalActorRef)logger).Stop();
        }
        Publish(OwnDebug(SimpleName(this), "All default loggers stopped"));
    }

    /// <inheritdoc/>
    protected override bool IsSubClassification(Type parent, Type child) => parent.IsAssignableFrom(child);

    /// <inheritdoc/>
    protected override void Publish(object @event, IActorRef subscriber) => subscriber.Tell(@event);

    /// <inheritdoc/>
    protected override bool Classify(object @event, Type classifier) => classifier.IsAssignableFrom(GetClassifier(@event));

    /// <inheritdoc/>
    protected override Type GetClassifier(object @event) => @event.GetType();

    private void SetUpStdoutLogger(Settings settings)
    {
        var stdout = settings.StdoutLogger;
        stdout.Filter = settings.LogFilter;
        Register(stdout, Logging.LogLevelFor(settings.StdoutLogLevel));
    }

    private void AddLogger(ActorSystemImpl system, Type type, LogLevel logLevel, string logName, Settings settings)
    {
        int number;
        lock (_loggersGate) number = _loggers.Count;
        var name = $"log{number}-{SimpleName(type)}";
        var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(settings.LoggersDispatcher), name);
        if (settings.LoggerAsyncStart)
        {
            Register(logger, logLevel);
            _ = ReportStart(logger.Ask<object>(new InitializeLogger(this), settings.LoggerStartTimeout), name, type, logName, settings);
            return;
        }
        try
        {
            var answer = logger.Ask<object>(new InitializeLogger(this), settings.LoggerStartTimeout).GetAwaiter().GetResult();
            if (answer is not LoggerInitialized)
                throw new LoggerInitializationException($"Logger [{name}] did not respond with LoggerInitialized, sent instead {answer}");
            Register(logger, logLevel);
            Publish(OwnDebug(logName, $"Logger {name} [{type.Name}] started"));
        }
        catch (Exception ex) when (ex is AskTimeoutException or TaskCanceledException or TimeoutException)
        {
            Register(logger, logLevel);
            Publish(TooLate(logName, name, settings.LoggerStartTimeout));
        }
    }

    private async Task ReportStart(Task<object> start, string name, Type type, string logName, Settings settings)
    {
        try
        {
            await start.ConfigureAwait(false);
            Publish(OwnDebug(logName, $"Logger {name} [{type.Name}] started"));
        }
        catch (Exception ex) when (ex is AskTimeoutException or TaskCanceledException or TimeoutException)
        {
            Publish(TooLate(logName, name, settings.LoggerStartTimeout));
        }
    }

    private void StartUnhandledMessageForwarder(ActorSystemImpl system, string logName)
    {
        var forwarder = system.SystemActorOf(
            Props.Create(typeof(UnhandledMessageForwarder)).WithDispatcher(system.Settings.LoggersDispatcher), "UnhandledMessageForwarder");
        Subscribe(forwarder, typeof(UnhandledMessage));
    }

    private void Register(IActorRef logger, LogLevel logLevel)
    {
        lock (_loggersGate)
        {
            if (!_loggers.Contains(logger)) _loggers.Add(logger);
            foreach (var level in AllLevels)
            {
                if (level >= logLevel) Subscribe(logger, level.ClassFor());
            }
        }
    }

    private void RemoveLogger(IActorRef logger)
    {
        lock (_loggersGate) _loggers.Remove(logger);
        Unsubscribe(logger);
    }

    private Debug OwnDebug(string source, string text) => new(source, GetType(), text);

    private Warning TooLate(string logName, string logger, TimeSpan timeout)
        => new(logName, GetType(), $"Logger {logger} did not respond within {timeout} to InitializeLogger(bus)");
}
