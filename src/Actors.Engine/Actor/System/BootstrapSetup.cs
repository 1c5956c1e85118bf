using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The configuration a system is set up with.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup() { }

    /// <summary>The configuration, if one was given.</summary>
    public Option<Config> Config { get; private init; } = Option<Config>.None;

    /// <summary>The provider, if one was given: it goes before what the configuration names.</summary>
    public Option<ProviderSelection> ActorRefProvider { get; private init; } = Option<ProviderSelection>.None;

    /// <summary>No configuration yet.</summary>
    public static BootstrapSetup Create() => new();

    /// <summary>The same with this configuration.</summary>
    public BootstrapSetup WithConfig(Config config) => new() { Config = config, ActorRefProvider = ActorRefProvider };

    /// <summary>The same with a configuration behind the one that is there.</summary>
    public BootstrapSetup WithConfigFallback(Config config) => WithConfig(Config.HasValue ? Config.Value.WithFallback(config) : config);

    /// <summary>The same with this provider.</summary>
    public BootstrapSetup WithActorRefProvider(ProviderSelection name) => new() { Config = Config, ActorRefProvider = name };
}
