namespace Akka.Actor;

/// <summary>A message that cannot be sent, such as null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>No message.</summary>
    public InvalidMessageException() { }

    /// <summary>A message.</summary>
    public InvalidMessageException(string message) : base(message) { }
}
