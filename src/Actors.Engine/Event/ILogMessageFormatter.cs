namespace Akka.Event;

/// <summary>Makes text of a format and its arguments; <c>akka.logger-formatter</c> names the one that a system uses.</summary>
public interface ILogMessageFormatter
{
    /// <summary>The text.</summary>
    string Format(string format, params object[] args);

    /// <summary>The text.</summary>
    string Format(string format, IEnumerable<object> args);
}
