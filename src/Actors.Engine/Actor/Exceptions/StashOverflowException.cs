namespace Akka.Actor;

/// <summary>A bounded stash is full.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>A message and what lies behind it.</summary>
    public StashOverflowException(string message, Exception? cause = null) : base(message, cause) { }
}
