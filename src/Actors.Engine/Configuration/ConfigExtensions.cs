using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>Questions about a configuration that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>True if there is no configuration, or none with content.</summary>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null || config.IsEmpty;

    /// <summary><see cref="Config.WithFallback"/> where either may be null, empty, or the same.</summary>
    public static Config SafeWithFallback(this Config config, Config fallback)
    {
        if (config.IsNullOrEmpty())
        {
            return fallback;
        }

        return ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }
}
