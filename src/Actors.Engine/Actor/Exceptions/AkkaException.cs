namespace Akka.Actor;

/// <summary>The root of the engine's own exceptions.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>No message.</summary>
    protected AkkaException() { }

    /// <summary>A message and what lies behind it.</summary>
    protected AkkaException(string message, Exception? cause = null) : base(message, cause) { }

    /// <summary>What lies behind it; the same as <see cref="Exception.InnerException"/>.</summary>
    protected Exception? Cause => InnerException;
}
