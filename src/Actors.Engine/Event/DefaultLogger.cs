using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The logger of <c>akka.loggers</c> by default: an actor that prints to standard output.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private LogFilterEvaluator _filter = LogFilterEvaluator.NoFilters;

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                _filter = Context.System.Settings.LogFilter;
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Prints one event.</summary>
    protected virtual void Print(LogEvent logEvent) => StandardOutLogger.PrintLogEvent(logEvent, _filter);
}
