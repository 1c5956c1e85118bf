using System.Collections.Frozen;

namespace Actors.Hub.Services;

/// <summary>The services that a listener may name. A new service is one class and one line in <see cref="Default"/>.</summary>
public sealed class ServiceRegistry(IEnumerable<KeyValuePair<string, Func<ServiceSetup, IService>>> services)
{
    private readonly FrozenDictionary<string, Func<ServiceSetup, IService>> _services = services.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every service of this product.</summary>
    public static ServiceRegistry Default { get; } = new(new Dictionary<string, Func<ServiceSetup, IService>>
    {
        ["chat"] = setup => new ChatService(setup.Limits.MessageBytes),
        ["echo"] = _ => new EchoService(),
    });

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _services.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a listener may name it.</summary>
    public bool Contains(string name) => _services.ContainsKey(name);

    /// <summary>Makes a listener's service.</summary>
    /// <exception cref="ArgumentException">No service has the listener's <see cref="ListenerOptions.Service"/> name.</exception>
    public IService Create(ServiceSetup setup) =>
        _services.TryGetValue(setup.Listener.Service, out var make)
            ? make(setup)
            : throw new ArgumentException($"no service '{setup.Listener.Service}'; there are {string.Join(", ", Names)}", nameof(setup));
}
