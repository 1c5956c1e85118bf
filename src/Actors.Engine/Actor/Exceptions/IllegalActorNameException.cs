namespace Akka.Actor;

/// <summary>A name that no actor may have.</summary>
public class IllegalActorNameException : AkkaException
{
    /// <summary>A message.</summary>
    public IllegalActorNameException(string message) : base(message) { }
}
