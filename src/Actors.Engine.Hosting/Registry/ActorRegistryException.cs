namespace Akka.Hosting;

/// <summary>A use of the <see cref="ActorRegistry"/> that cannot be granted.</summary>
public class ActorRegistryException : Exception
{
    /// <summary>Says what was wrong.</summary>
    public ActorRegistryException(string message) : base(message)
    {
    }

    /// <summary>Says what was wrong, and why.</summary>
    public ActorRegistryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
