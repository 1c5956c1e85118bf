namespace Akka.Actor;

/// <summary>A name is empty, has characters that names may not have, or is taken.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>A message.</summary>
    public InvalidActorNameException(string message) : base(message) { }

    /// <summary>A message and what lies behind it.</summary>
    public InvalidActorNameException(string message, Exception innerException) : base(message, innerException) { }
}
