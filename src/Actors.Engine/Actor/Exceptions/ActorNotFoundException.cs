namespace Akka.Actor;

/// <summary>A selection found no actor in time.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>No message.</summary>
    public ActorNotFoundException() { }

    /// <summary>A message and what lies behind it.</summary>
    public ActorNotFoundException(string message, Exception? innerException = null) : base(message, innerException) { }
}
