namespace Akka.Actor;

/// <summary>No answer came in time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>A message.</summary>
    public AskTimeoutException(string message) : base(message) { }
}
