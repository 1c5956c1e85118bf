using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration that cannot be read, or that does not fit what reads it.</summary>
public class ConfigurationException : AkkaException
{
    /// <summary>An error in the configuration.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An error in the configuration, with what brought it to light.</summary>
    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }

    /// <summary>The error of a settings type that needs a configuration and was given none.</summary>
    /// <param name="path">Where the configuration should have been; null if that is not known.</param>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) => new(string.IsNullOrWhiteSpace(path)
        ? $"Failed to instantiate {typeof(T).Name}: the configuration is null or empty."
        : $"Failed to instantiate {typeof(T).Name}: the configuration has no node `{path}`.");
}
