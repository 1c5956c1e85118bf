namespace Akka.Event;

/// <summary>What a filter says of an event.</summary>
public enum LogFilterDecision
{
    /// <summary>Log it, whatever later filters say.</summary>
    Keep,

    /// <summary>Do not log it.</summary>
    Drop,

    /// <summary>Let the next filter say.</summary>
    NoDecision,
}
