namespace Akka.Hosting;

/// <summary>An actor was asked for that nobody has registered.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    /// <summary>Says what was wrong.</summary>
    public MissingActorRegistryEntryException(string message) : base(message)
    {
    }

    /// <summary>Says what was wrong, and why.</summary>
    public MissingActorRegistryEntryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
