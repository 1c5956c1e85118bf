using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A system's extensions; each is made once, by the thread that asks first.</summary>
internal sealed class SystemExtensions(ActorSystemImpl system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    internal object? Register(IExtensionId? id)
    {
        if (id is null) return null;
        var made = _extensions.GetOrAdd(id.ExtensionType, _ => new Lazy<object>(() => id.CreateExtension(system)));
        // What could not be made fails the same way whoever asks again: what it left behind is not tripped over twice.
        return made.Value;
    }

    internal object Get(IExtensionId id) => TryGet(id.ExtensionType, out var found) ? found! : Register(id)!;

    internal bool TryGet(Type type, out object? extension)
    {
        extension = _extensions.TryGetValue(type, out var made) ? made.Value : null;
        return extension is not null;
    }

    /// <summary>Makes the extensions that <c>akka.extensions</c> names.</summary>
    internal void LoadConfigured()
    {
        foreach (var name in system.Settings.Config.GetStringList("akka.extensions") ?? [])
        {
            if (ConfiguredType.Find(name) is not { } type || !typeof(IExtensionId).IsAssignableFrom(type))
                throw new ConfigurationException($"akka.extensions names [{name}], which is no extension id's type.");
            Register((IExtensionId)Activator.CreateInstance(type)!);
        }
    }
}
