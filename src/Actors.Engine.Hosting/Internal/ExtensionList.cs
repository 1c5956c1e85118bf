using Akka.Actor;
using Akka.Configuration;

namespace Akka.Hosting.Internal;

/// <summary>The extension ids that the application asked for, each once, in order; they end up in <c>akka.extensions</c>.</summary>
internal sealed class ExtensionList
{
    private readonly List<Type> _types = [];

    public void Add(IEnumerable<Type> extensions)
    {
        foreach (var type in extensions)
        {
            if (!typeof(IExtensionId).IsAssignableFrom(type))
            {
                throw new ConfigurationException($"Extension {type.FullName} must implement {nameof(IExtensionId)}");
            }

            if (!type.IsClass || type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
            {
                throw new ConfigurationException(
                    $"Extension {type.FullName} must be a concrete class with a constructor that takes nothing");
            }

            if (!_types.Contains(type)) _types.Add(type);
        }
    }

    /// <summary>The configuration with these behind the extensions that it already names.</summary>
    public Config AddTo(Config config)
    {
        if (_types.Count == 0) return config;
        var names = config.HasPath("akka.extensions") ? config.GetStringList("akka.extensions") : [];
        var all = names.Concat(_types.Select(type => type.AssemblyQualifiedName!)).Distinct(StringComparer.Ordinal);
        var list = string.Join(", ", all.Select(HoconText.Quote));
        return ConfigurationFactory.ParseString($"akka.extensions = [{list}]").WithFallback(config);
    }
}
