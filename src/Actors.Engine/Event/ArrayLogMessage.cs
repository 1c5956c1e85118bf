namespace Akka.Event;

/// <summary>A log message of any number of arguments.</summary>
internal sealed class ArrayLogMessage(ILogMessageFormatter formatter, string format, object[] args) : LogMessage(formatter, format)
{
    public override string Unformatted() => string.Join(", ", args);

    public override IEnumerable<object> Parameters() => args;

    public override string ToString() => Formatter.Format(Format, args);
}
