namespace Akka.Actor;

/// <summary>A logger did not start.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>No message.</summary>
    public LoggerInitializationException() { }

    /// <summary>A message.</summary>
    public LoggerInitializationException(string message) : base(message) { }

    /// <summary>A message and what lies behind it.</summary>
    public LoggerInitializationException(string message, Exception? cause = null) : base(message, cause) { }
}
