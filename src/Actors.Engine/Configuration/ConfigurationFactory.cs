using System.Reflection;
using System.Text.Json;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations.</summary>
public class ConfigurationFactory
{
    /// <summary>A configuration that holds nothing.</summary>
    public static Config Empty => new();

    /// <summary>Parses HOCON that includes nothing. No text, or only white space, is the empty configuration.</summary>
    /// <exception cref="ConfigurationException">It is no HOCON; the message tells line and column.</exception>
    /// <exception cref="FormatException">A substitution leads nowhere.</exception>
    public static Config ParseString(string? hocon) => Parse(hocon, null);

    /// <summary>Parses HOCON; the callback gives what is to be included under a name.</summary>
    /// <inheritdoc cref="ParseString(string)" />
    public static Config ParseString(string? hocon, Func<string, HoconRoot> includeCallback) => Parse(hocon, includeCallback);

    /// <summary>The configuration in the process's app.config, which is .NET Framework's: here it is always empty.</summary>
    public static Config Load() => Empty;

    /// <summary>What holds where nothing else is said: every key that this engine reads, with its default.</summary>
    public static Config Default() => FromResource("Akka.Configuration.akka.conf", typeof(ConfigurationFactory).Assembly);

    /// <summary>Parses the HOCON in a resource of the assembly of an object's type.</summary>
    public static Config FromResource(string resourceName, object instanceInAssembly) =>
        FromResource(resourceName, instanceInAssembly as Assembly ?? instanceInAssembly.GetType().Assembly);

    /// <summary>Parses the HOCON in a resource of the assembly of a type.</summary>
    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Parses the HOCON in a resource of an assembly.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is no HOCON.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        using var resource = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"{assembly.GetName().Name} has no resource {resourceName}");
        using var reader = new StreamReader(resource);
        return ParseString(reader.ReadToEnd());
    }

    /// <summary>The public properties of an object as a configuration, by way of JSON, which HOCON contains.</summary>
    public static Config FromObject(object source) => ParseString(JsonSerializer.Serialize(source));

    private static Config Parse(string? hocon, Func<string, HoconRoot>? includeCallback) =>
        string.IsNullOrWhiteSpace(hocon) ? Empty : new Config(Parser.Parse(hocon, includeCallback));
}
