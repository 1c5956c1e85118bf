using Akka.Event;

namespace Akka.TestKit;

/// <summary>Keeps log events from being printed.</summary>
public interface IEventFilter
{
    /// <summary>Looks at an event.</summary>
    /// <returns>Whether it is not to be printed.</returns>
    bool Apply(LogEvent logEvent);
}
