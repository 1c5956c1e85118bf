namespace Akka.Actor;

/// <summary>An actor did what its state does not allow.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>A message.</summary>
    public IllegalActorStateException(string message) : base(message) { }
}
