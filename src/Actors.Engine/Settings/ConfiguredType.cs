using System.Reflection;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>
/// Finds the types that configuration names. Akka.NET's assembly names are taken for ours, so that one configuration serves both.
/// </summary>
internal static class ConfiguredType
{
    private static readonly Dictionary<string, string> OurAssemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Akka"] = "Actors.Engine",
        ["Akka.TestKit"] = "Actors.Engine.TestKit",
        ["Akka.TestKit.Xunit2"] = "Actors.Engine.TestKit",
        ["Akka.Hosting"] = "Actors.Engine.Hosting",
        ["Akka.DependencyInjection"] = "Actors.Engine.Hosting",
    };

    /// <summary>The type of an assembly-qualified name, or of a name in the engine itself; null if there is none.</summary>
    internal static Type? Find(string name)
    {
        try
        {
            return Type.GetType(
                name, Load, (assembly, type, ignoreCase) => (assembly ?? typeof(ConfiguredType).Assembly).GetType(type, false, ignoreCase));
        }
        catch (Exception ex) when (ex is IOException or BadImageFormatException or ArgumentException or TypeLoadException)
        {
            return null;
        }
    }

    /// <summary>An object of the type that a key names, made by its constructor without arguments.</summary>
    /// <exception cref="ConfigurationException">There is no such type, or it is none of the wanted kind.</exception>
    internal static T Make<T>(string key, Config config)
        where T : class
    {
        var name = config.GetString(key);
        var type = string.IsNullOrEmpty(name) ? null : Find(name);
        if (type is null || !typeof(T).IsAssignableFrom(type))
            throw new ConfigurationException($"{key} must name a {typeof(T).Name}. It is [{name}]");
        try
        {
            return (T)Activator.CreateInstance(type, nonPublic: true)!;
        }
        catch (Exception ex) when (ex is MissingMethodException or MemberAccessException or TargetInvocationException)
        {
            throw new ConfigurationException($"{key} names [{name}], which could not be made: {ex.Message}", ex);
        }
    }

    private static Assembly? Load(AssemblyName name)
    {
        if (name.Name is { } simple && OurAssemblies.TryGetValue(simple, out var ours)) name = new AssemblyName(ours);
        return Assembly.Load(name);
    }
}
