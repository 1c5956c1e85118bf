namespace Akka.Event;

/// <summary>What a filter looks at.</summary>
public enum LogFilterType
{
    /// <summary>Who logged.</summary>
    Source,

    /// <summary>What was logged, as text.</summary>
    Content,
}
