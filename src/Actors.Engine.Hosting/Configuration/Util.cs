using Akka.Configuration;

namespace Akka.Hosting;

/// <summary>Helps with configurations.</summary>
public static class Util
{
    /// <summary>The same values below a path.</summary>
    public static Config MoveTo(this Config config, string path) =>
        ConfigurationFactory.ParseString($"{path} {{ {config.ToString(includeFallback: true)} }}");
}
