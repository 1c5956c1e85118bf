using Akka.Actor;

namespace Akka.Event;

/// <summary>Decides which log events are printed. It must be pure and quick: it runs for every event, on loggers' threads.</summary>
public abstract class LogFilterBase : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    /// <summary>What it looks at. Those that need no text are asked first.</summary>
    public abstract LogFilterType FilterType { get; }

    /// <summary>Decides; <paramref name="expandedMessage"/> is the event's text, for filters of content.</summary>
    public abstract LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null);
}
