using System.Collections.Frozen;
using Actors.Hub.Services.Desk;
using Actors.Hub.Services.Time;

namespace Actors.Hub.Services;

/// <summary>
/// The services that a listener may name: those of this product by a short name, and any other class that is an <see cref="IService"/> by
/// its full name (<c>My.Services.Reverse, My.Assembly</c>; the assembly may be left out for one of this one). Such a class has a public
/// constructor without parameters, or one that takes a <see cref="ServiceSetup"/>.
/// </summary>
public sealed class ServiceRegistry(IEnumerable<KeyValuePair<string, Func<ServiceSetup, IService>>> services)
{
    private readonly FrozenDictionary<string, Func<ServiceSetup, IService>> _services = services.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every service of this product.</summary>
    public static ServiceRegistry Default { get; } = new(new Dictionary<string, Func<ServiceSetup, IService>>
    {
        ["chat"] = setup => new ChatService(setup.Limits.MessageBytes),
        ["echo"] = _ => new EchoService(),
        ["time"] = setup => new TimeService(setup.Time, ZoneAbbreviation.At),
        ["prefix"] = setup => new PrefixService(setup.Listener.ServiceOptions.Prefix, setup.Listener.ServiceOptions.StopOnQ),
        ["canned"] = setup => new CannedService(setup.Listener.ServiceOptions.Reply),
        ["desk"] = setup => new DeskService(setup.Limits.MessageBytes),
    });

    /// <summary>The short names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _services.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a listener may name it.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Makes a listener's service.</summary>
    /// <exception cref="ArgumentException">No service has the listener's <see cref="ListenerOptions.Service"/> name.</exception>
    public IService Create(ServiceSetup setup) =>
        Find(setup.Listener.Service) is { } make
            ? make(setup)
            : throw new ArgumentException($"no service '{setup.Listener.Service}'; there are {string.Join(", ", Names)}", nameof(setup));

    private Func<ServiceSetup, IService>? Find(string name) => _services.GetValueOrDefault(name) ?? FindClass(name);

    private static Func<ServiceSetup, IService>? FindClass(string name)
    {
        if (ClassOf(name) is not { IsAbstract: false, ContainsGenericParameters: false } type || !type.IsAssignableTo(typeof(IService)))
        {
            return null;
        }

        if (type.GetConstructor([typeof(ServiceSetup)]) is { } ofSetup)
        {
            return setup => (IService)ofSetup.Invoke([setup]);
        }

        return type.GetConstructor([]) is { } ofNothing ? _ => (IService)ofNothing.Invoke([]) : null;
    }

    private static Type? ClassOf(string name)
    {
        try
        {
            return name.Contains('.', StringComparison.Ordinal) ? Type.GetType(name) : null;
        }
        catch (Exception e) when (e is ArgumentException or IOException or BadImageFormatException or TypeLoadException)
        {
            // A name that is none, or of an assembly that cannot be read: the operator is told what there is.
            return null;
        }
    }
}
