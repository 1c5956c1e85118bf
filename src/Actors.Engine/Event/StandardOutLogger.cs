namespace Akka.Event;

/// <summary>Logs to standard output, a line for each event. Where output goes nowhere the line is lost and nobody fails.</summary>
public class StandardOutLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message)
    {
        if (message is LogEvent logEvent) PrintLogEvent(logEvent, Filter);
        else Console.WriteLine(message);
    }

    internal static void PrintLogEvent(LogEvent logEvent, LogFilterEvaluator filter)
    {
        try
        {
            if (filter.ShouldTryKeepMessage(logEvent, out var text)) Console.WriteLine(logEvent.Render(text));
        }
        catch (FormatException ex)
        {
            Console.WriteLine(MalformedMessage(logEvent, ex));
        }
        catch (Exception ex) when (ex is IOException or ObjectDisposedException)
        {
            // A closed standard output must not stop those who log.
        }
    }

    /// <summary>What is said of an event whose arguments do not fit its format.</summary>
    internal static Error MalformedMessage(LogEvent logEvent, FormatException ex)
    {
        var message = logEvent.Message as LogMessage;
        var text =
            $"Received a malformed formatted message. Log level: [{logEvent.LogLevel()}], " +
            $"Template: [{message?.Format ?? logEvent.Message}], args: [{message?.Unformatted()}]";
        Exception cause = logEvent.Cause is null ? ex : new AggregateException(ex, logEvent.Cause);
        return new Error(cause, logEvent.LogSource, logEvent.LogClass, text);
    }
}
