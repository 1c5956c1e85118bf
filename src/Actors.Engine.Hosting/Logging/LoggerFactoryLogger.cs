using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using EventLevel = Akka.Event.LogLevel;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>
/// Hands the actor system's log events to Microsoft.Extensions.Logging, in the category of <see cref="ActorSystem"/>. Time, log
/// source, actor path, thread and message go along as named values; <c>akka.loglevel</c>, the system's log filters and the host's
/// own all apply.
/// </summary>
/// <remarks>States: created → (InitializeLogger) → logging, until the actor system ends.</remarks>
public class LoggerFactoryLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>For what this logger has to say itself.</summary>
    protected readonly ILoggingAdapter InternalLogger = Event.Logging.GetLogger(Context.System.EventStream, nameof(LoggerFactoryLogger));

    private readonly LogFilterEvaluator _filter = Context.System.Settings.LogFilter;
    private ILogger? _logger;

    /// <summary>Logs one event.</summary>
    /// <param name="log">The event.</param>
    /// <param name="path">The path of the actor that logged it.</param>
    protected virtual void Log(LogEvent log, ActorPath path)
    {
        var level = LevelOf(log.LogLevel());
        if (_logger is null || !_logger.IsEnabled(level) || !Keeps(log, out var text)) return;
        _logger.Log(level, default, new LogEventState(log, path, text), log.Cause, static (state, _) => state.ToString());
    }

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                _logger = CreateLogger();
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent log:
                Log(log, Sender.Path);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Asks the filters; the text is what they saw. A template that its arguments do not fit must not end the logger.</summary>
    private bool Keeps(LogEvent log, out string text)
    {
        try
        {
            return _filter.ShouldTryKeepMessage(log, out text);
        }
        catch (Exception exception)
        {
            text = log.Message is LogMessage message
                ? $"Malformed log message [{message.Format}] with [{string.Join(", ", message.Parameters())}]: {exception.Message}"
                : $"Malformed log message: {exception.Message}";
            return true;
        }
    }

    private static ILogger CreateLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        return setup.HasValue
            ? setup.Value.LoggerFactory.CreateLogger<ActorSystem>()
            : throw new ConfigurationException(
                $"{nameof(LoggerFactoryLogger)} needs a {nameof(LoggerFactorySetup)}, which AddAkka takes from the host's services");
    }

    private static HostLevel LevelOf(EventLevel level) => level switch
    {
        EventLevel.DebugLevel => HostLevel.Debug,
        EventLevel.InfoLevel => HostLevel.Information,
        EventLevel.WarningLevel => HostLevel.Warning,
        _ => HostLevel.Error,
    };
}
