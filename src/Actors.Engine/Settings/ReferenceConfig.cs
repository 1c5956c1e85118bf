using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The defaults of every key that the engine reads (<c>Configuration/akka.conf</c>), parsed once for all systems.</summary>
internal static class ReferenceConfig
{
    /// <summary>The defaults; a configuration never changes once it is parsed.</summary>
    internal static Config Default { get; } = ConfigurationFactory.Default();
}
