using System.Reflection;

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
            return Type.GetType(name, Load, (assembly, type, ignoreCase) => (assembly ?? typeof(ConfiguredType).Assembly).GetType(type, false, ignoreCase));
        }
        catch (Exception ex) when (ex is IOException or BadImageFormatException or ArgumentException or TypeLoadException)
        {
            return null;
        }
    }

    private static Assembly? Load(AssemblyName name)
    {
        if (name.Name is { } simple && OurAssemblies.TryGetValue(simple, out var ours)) name = new AssemblyName(ours);
        return Assembly.Load(name);
    }
}
