using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The configuration a system is set up with.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup(Option<Config> config) => Config = config;

    /// <summary>The configuration, if one was given.</summary>
    public Option<Config> Config { get; }

    /// <summary>No configuration yet.</summary>
    public static BootstrapSetup Create() => new(Option<Config>.None);

    /// <summary>The same with this configuration.</summary>
    public BootstrapSetup WithConfig(Config config) => new(config);

    /// <summary>The same with a configuration behind the one that is there.</summary>
    public BootstrapSetup WithConfigFallback(Config config) => new(Config.HasValue ? Config.Value.WithFallback(config) : config);
}
