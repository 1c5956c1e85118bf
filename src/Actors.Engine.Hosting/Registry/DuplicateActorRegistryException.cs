namespace Akka.Hosting;

/// <summary>A key of the <see cref="ActorRegistry"/> was to be used twice.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    /// <summary>Says what was wrong.</summary>
    public DuplicateActorRegistryException(string message) : base(message)
    {
    }

    /// <summary>Says what was wrong, and why.</summary>
    public DuplicateActorRegistryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
