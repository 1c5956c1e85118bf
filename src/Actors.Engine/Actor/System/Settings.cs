using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What the configuration under <c>akka</c> says to the engine itself.</summary>
public class Settings
{
    private readonly Config _userConfig;

    /// <summary>Reads the settings of <paramref name="system"/>.</summary>
    public Settings(ActorSystem system, Config config) : this(system, config, ActorSystemSetup.Empty) { }

    /// <summary>Reads the settings of <paramref name="system"/>. Throws <see cref="ConfigurationException"/> for what it cannot use.</summary>
    public Settings(ActorSystem system, Config config, ActorSystemSetup setup)
    {
        System = system;
        Setup = setup;
        _userConfig = config;
        Config = config.WithFallback(ConfigurationFactory.Default());
        ProviderSelectionType = setup.Get<BootstrapSetup>() is { HasValue: true, Value.ActorRefProvider: { HasValue: true } chosen }
            ? chosen.Value
            : ProviderSelection.Of(Config.GetString("akka.actor.provider")!);
        LogLevel = Config.GetString("akka.loglevel")!;
        StdoutLogLevel = Config.GetString("akka.stdout-loglevel")!;
        Loggers = Config.GetStringList("akka.loggers");
        LoggersDispatcher = Config.GetString("akka.loggers-dispatcher")!;
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout");
        LoggerAsyncStart = Config.GetBoolean("akka.logger-async-start", false);
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = Config.GetString("akka.log-dead-letters") switch
        {
            "on" or "true" or "yes" => int.MaxValue,
            "off" or "false" or "no" or null => 0,
            _ => Config.GetInt("akka.log-dead-letters"),
        };
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = Config.GetString("akka.log-dead-letters-suspend-duration") == "infinite"
            ? Timeout.InfiniteTimeSpan
            : Config.GetTimeSpan("akka.log-dead-letters-suspend-duration");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        DebugTimerScheduler = Config.GetBoolean("akka.actor.debug.log-timers", false);
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");
        AddLoggingReceive = Config.GetBoolean("akka.actor.debug.receive");
        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan);
        CreationTimeout = Config.GetTimeSpan("akka.actor.creation-timeout", TimeSpan.FromSeconds(20));
        SchedulerClass = Config.GetString("akka.scheduler.implementation")!;
        SchedulerShutdownTimeout = Config.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5));
        SupervisorStrategyClass = Config.GetString("akka.actor.guardian-supervisor-strategy")!;
        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate = Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            throw new ConfigurationException(
                "akka.coordinated-shutdown.run-by-actor-system-terminate=on and " +
                "akka.coordinated-shutdown.terminate-actor-system=off is not a supported configuration combination.");
        }
        LogFormatter = ConfiguredType.Make<ILogMessageFormatter>("akka.logger-formatter", Config);
        LogFilter = setup.Get<LogFilterSetup>() is { HasValue: true } filters ? filters.Value.CreateEvaluator() : LogFilterEvaluator.NoFilters;
        StdoutLogger = ConfiguredType.Make<MinimalLogger>("akka.stdout-logger-class", Config);
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>The whole configuration, defaults included.</summary>
    public Config Config { get; private set; }

    /// <summary>What else the system was set up with.</summary>
    public ActorSystemSetup Setup { get; }

    /// <summary>The provider of refs.</summary>
    public ProviderSelection ProviderSelectionType { get; }

    /// <summary>The provider's type.</summary>
    public string ProviderClass => ProviderSelectionType.Fqn;

    /// <summary>Whether the provider is a cluster's.</summary>
    public bool HasCluster => ProviderSelectionType.HasCluster;

    /// <summary>The lowest level logged, once the system has started.</summary>
    public string LogLevel { get; }

    /// <summary>The lowest level logged on standard output, before and after the loggers.</summary>
    public string StdoutLogLevel { get; }

    /// <summary>What logs before and after the loggers.</summary>
    public MinimalLogger StdoutLogger { get; }

    /// <summary>The loggers' types.</summary>
    public IList<string> Loggers { get; }

    /// <summary>The loggers' dispatcher.</summary>
    public string LoggersDispatcher { get; }

    /// <summary>How long a logger may take to start.</summary>
    public TimeSpan LoggerStartTimeout { get; }

    /// <summary>Whether the system starts without waiting for its loggers.</summary>
    public bool LoggerAsyncStart { get; }

    /// <summary>Which log events are dropped.</summary>
    public LogFilterEvaluator LogFilter { get; }

    /// <summary>How log messages become text.</summary>
    public ILogMessageFormatter LogFormatter { get; }

    /// <summary>Whether the configuration is logged at the start.</summary>
    public bool LogConfigOnStart { get; }

    /// <summary>How many dead letters are logged; <see cref="int.MaxValue"/> for all, 0 for none.</summary>
    public int LogDeadLetters { get; }

    /// <summary>Whether dead letters are logged while the system ends.</summary>
    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary>How long their logging rests after that many; infinite for ever.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    /// <summary>Whether the messages that the engine answers itself are logged.</summary>
    public bool DebugAutoReceive { get; }

    /// <summary>Whether starts, restarts, stops and watches are logged.</summary>
    public bool DebugLifecycle { get; }

    /// <summary>Whether subscriptions are logged.</summary>
    public bool DebugEventStream { get; }

    /// <summary>Whether timers are logged.</summary>
    public bool DebugTimerScheduler { get; }

    /// <summary>Whether unhandled messages are logged.</summary>
    public bool DebugUnhandledMessage { get; }

    /// <summary>Whether received messages are logged where an actor asks for it.</summary>
    public bool AddLoggingReceive { get; }

    /// <summary>How long Ask waits where it is not told; infinite by default.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>How long the system waits for its own actors to be made.</summary>
    public TimeSpan CreationTimeout { get; }

    /// <summary>The scheduler's type.</summary>
    public string SchedulerClass { get; }

    /// <summary>How long the scheduler may take to end.</summary>
    public TimeSpan SchedulerShutdownTimeout { get; }

    /// <summary>What makes the user guardian's strategy.</summary>
    public string SupervisorStrategyClass { get; }

    /// <summary>Whether coordinated shutdown ends by terminating the system.</summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary>Whether Terminate runs coordinated shutdown.</summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Adds defaults behind all others.</summary>
    public void InjectTopLevelFallback(Config config) => Config = _userConfig.WithFallback(config).WithFallback(ConfigurationFactory.Default());

    /// <inheritdoc />
    public override string ToString() => Config.ToString();
}
