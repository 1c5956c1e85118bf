namespace Akka.Event;

/// <summary>A format with its arguments, made into text only if somebody reads it.</summary>
public abstract class LogMessage
{
    /// <summary>What makes the text.</summary>
    protected readonly ILogMessageFormatter Formatter;

    /// <summary>A message of this format.</summary>
    public LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    /// <summary>The format, as it was given.</summary>
    public string Format { get; private set; }

    /// <summary>The arguments and no text around them, for when the format cannot take them.</summary>
    public abstract string Unformatted();

    /// <summary>The arguments, in order.</summary>
    public abstract IEnumerable<object> Parameters();
}
