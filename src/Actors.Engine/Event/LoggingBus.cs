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
        _logLevel = (int)logLevel;
        var keepsStdout = false;
        foreach (var name in settings.Loggers)
        {
            var type = ConfiguredType.Find(name)
                ?? throw new ConfigurationException($"Logger specified in config cannot be found: \"{name}\"");
            if (typeof(MinimalLogger).IsAssignableFrom(type))
            {
                keepsStdout = true;
                continue;
            }
            try
            {
                AddLogger(system, type, logLevel, $"log{system.NextUid()}-{SimpleName(type)}", logName);
            }
            catch (Exception ex)
            {
                throw new ConfigurationException($"Logger [{name}] specified in config cannot be loaded: {ex}", ex);
            }
        }
        if (settings.DebugUnhandledMessage) StartUnhandledMessageForwarder(system);
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
    protected override void Publish(object @event, IActorRef subscriber)
    {
        // One that has stopped hears nothing more, even before the news of its end has unsubscribed it.
        if (subscriber is not LocalActorRef { IsTerminated: true }) subscriber.Tell(@event);
    }

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

    private void AddLogger(ActorSystemImpl system, Type type, LogLevel logLevel, string name, string logName)
    {
        var settings = system.Settings;
        var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(settings.LoggersDispatcher), name);
        var started = SubscribeOnceInitialized(logger, type, logLevel, name, logName);
        // A logger that is slow, or fails, must not keep the system from starting: it is subscribed when it answers.
        if (settings.LoggerAsyncStart || started.Wait(settings.LoggerStartTimeout)) return;
        var late = $"Logger {name} [{type.Name}] did not respond within {settings.LoggerStartTimeout} to InitializeLogger(bus)";
        Publish(new Warning(logName, GetType(), late));
    }

    private async Task SubscribeOnceInitialized(IActorRef logger, Type type, LogLevel logLevel, string name, string logName)
    {
        // No timeout: the answer is one message, and where none comes nothing but this promise waits for it.
        var answer = await logger.Ask<object>(new InitializeLogger(this), Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        if (answer is LoggerInitialized)
        {
            Register(logger, logLevel);
            Publish(OwnDebug(logName, $"Logger {name} [{type.Name}] started"));
        }
        else
        {
            var text = $"Logger {name} [{type.Name}] did not respond with LoggerInitialized, sent instead {answer}";
            Publish(new Error(null, logName, GetType(), text));
        }
    }

    private void StartUnhandledMessageForwarder(ActorSystemImpl system)
    {
        var forwarder = system.SystemActorOf(
            Props.Create(typeof(UnhandledMessageForwarder)).WithDispatcher(system.Settings.LoggersDispatcher),
            $"UnhandledMessageForwarder-{system.NextUid()}");
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
}
