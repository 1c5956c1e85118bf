using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>One line of log on its way through the event stream. Its classes, one per level, are what loggers subscribe to.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>An event of now, on this thread.</summary>
    protected LogEvent()
    {
        Timestamp = TimeProvider.System.GetUtcNow().UtcDateTime;
        Thread = Thread.CurrentThread;
    }

    /// <summary>The exception that caused it, if any.</summary>
    public Exception? Cause { get; protected set; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>The thread that logged it.</summary>
    public Thread Thread { get; }

    /// <summary>Who logged it: the path of an actor, the name of a type, or a text.</summary>
    public string LogSource { get; protected set; } = "";

    /// <summary>The class of who logged it.</summary>
    public Type LogClass { get; protected set; } = typeof(LogEvent);

    /// <summary>What was logged: a string, or a <see cref="LogMessage"/> that is formatted when somebody reads it.</summary>
    public object Message { get; protected set; } = "";

    /// <summary>Its level.</summary>
    public abstract LogLevel LogLevel();

    /// <summary><c>[INFO][11/20/2026 18:55:43.120Z][Thread 0007][akka://hub/user/a] text</c>, then the cause on lines of its own.</summary>
    /// <exception cref="FormatException">The message's arguments do not fit its format.</exception>
    public override string ToString() => Render(Message?.ToString());

    internal string Render(string? text)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"[{LogLevel().StringFor()}][{Timestamp:MM/dd/yyyy HH:mm:ss.fff}Z][Thread {Thread.ManagedThreadId:0000}][{LogSource}] {text}");
        return Cause is null ? line : $"{line}{Environment.NewLine}Cause: {Cause}";
    }
}
