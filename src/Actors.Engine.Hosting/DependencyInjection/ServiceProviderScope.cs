using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>A scope of a .NET service provider.</summary>
public class ServiceProviderScope : IResolverScope
{
    private readonly IServiceScope _scope;

    /// <summary>Takes the scope over: it is disposed with this.</summary>
    public ServiceProviderScope(IServiceScope scope)
    {
        _scope = scope;
        Resolver = new ServiceProviderDependencyResolver(scope.ServiceProvider);
    }

    /// <inheritdoc />
    public IDependencyResolver Resolver { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _scope.Dispose();
        GC.SuppressFinalize(this);
    }
}
