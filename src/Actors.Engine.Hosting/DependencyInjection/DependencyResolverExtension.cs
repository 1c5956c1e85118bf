using Akka.Actor;
using Akka.Configuration;

namespace Akka.DependencyInjection;

/// <summary>Gives each actor system the <see cref="DependencyResolver"/> of its <see cref="DependencyResolverSetup"/>.</summary>
public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    /// <inheritdoc />
    /// <exception cref="ConfigurationException">The actor system was made without that setup.</exception>
    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        return setup.HasValue
            ? new DependencyResolver(setup.Value.DependencyResolver)
            : throw new ConfigurationException(
                $"Actor system {system.Name} has no {nameof(DependencyResolverSetup)}: create it with one to inject services into actors");
    }
}
