using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Which provider of refs a system is to have. This engine has the local one.</summary>
public abstract class ProviderSelection
{
    private const string LocalClass = "Akka.Actor.LocalActorRefProvider";

    private ProviderSelection(string identifier, string fqn, bool hasCluster) =>
        (Identifier, Fqn, HasCluster) = (identifier, fqn, hasCluster);

    internal string Identifier { get; }

    /// <summary>The provider's type.</summary>
    internal string Fqn { get; }

    internal bool HasCluster { get; }

    /// <summary>What <c>akka.actor.provider</c> means.</summary>
    internal static ProviderSelection Of(string provider) => provider switch
    {
        "local" or LocalClass or LocalClass + ", Akka" => Local.Instance,
        "remote" => Remote.Instance,
        "cluster" => Cluster.Instance,
        _ => new Custom(provider),
    };

    /// <summary>Throws <see cref="ConfigurationException"/> where this engine has no such provider.</summary>
    internal void Require()
    {
        if (this is not Local)
            throw new ConfigurationException($"'akka.actor.provider' is [{Fqn}], which is not here: actors live in this process, and the provider is [{LocalClass}].");
    }

    /// <summary>All actors live in this process.</summary>
    public sealed class Local : ProviderSelection
    {
        /// <summary>The only one.</summary>
        public static readonly Local Instance = new();

        private Local() : base("local", LocalClass, hasCluster: false) { }
    }

    /// <summary>Akka.Remote's. To create a system with it throws <see cref="ConfigurationException"/>.</summary>
    public sealed class Remote : ProviderSelection
    {
        /// <summary>The only one.</summary>
        public static readonly Remote Instance = new();

        private Remote() : base("remote", "Akka.Remote.RemoteActorRefProvider, Akka.Remote", hasCluster: false) { }
    }

    /// <summary>Akka.Cluster's. To create a system with it throws <see cref="ConfigurationException"/>.</summary>
    public sealed class Cluster : ProviderSelection
    {
        /// <summary>The only one.</summary>
        public static readonly Cluster Instance = new();

        private Cluster() : base("cluster", "Akka.Cluster.ClusterActorRefProvider, Akka.Cluster", hasCluster: true) { }
    }

    /// <summary>Somebody else's. To create a system with it throws <see cref="ConfigurationException"/>.</summary>
    public sealed class Custom(string fqn, string? identifier = null, bool hasCluster = false)
        : ProviderSelection(identifier ?? "", fqn, hasCluster);
}
