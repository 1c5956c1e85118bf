using Akka.Actor.Setup;

namespace Akka.DependencyInjection;

/// <summary>Tells an actor system, when it is made, where services for its actors come from.</summary>
public class DependencyResolverSetup : Setup
{
    internal DependencyResolverSetup(IDependencyResolver dependencyResolver) => DependencyResolver = dependencyResolver;

    /// <summary>Finds services in the root scope.</summary>
    public IDependencyResolver DependencyResolver { get; }

    /// <summary>Services from a .NET service provider.</summary>
    public static DependencyResolverSetup Create(IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new DependencyResolverSetup(new ServiceProviderDependencyResolver(provider));
    }

    /// <summary>Services from any other container.</summary>
    public static DependencyResolverSetup Create(IDependencyResolver provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new DependencyResolverSetup(provider);
    }
}
