namespace Akka.Actor;

/// <summary>The scheduler cannot take what it was given, most often because it was shut down.</summary>
public sealed class SchedulerException : AkkaException
{
    /// <summary>An exception with this message.</summary>
    public SchedulerException(string message)
        : base(message)
    {
    }
}
