namespace Akka.DependencyInjection;

/// <summary>A scope of services; disposing it disposes what it made.</summary>
public interface IResolverScope : IDisposable
{
    /// <summary>Finds services within the scope.</summary>
    IDependencyResolver Resolver { get; }
}
