using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The defaults of every key that the engine reads: <c>reference.conf</c>, which is embedded in the assembly.</summary>
internal static class ReferenceConfig
{
    /// <summary>The defaults; a configuration never changes once it is parsed, so one serves every system.</summary>
    internal static Config Default { get; } = Load();

    private static Config Load()
    {
        const string name = "Akka.reference.conf";
        using var stream = typeof(ReferenceConfig).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return ConfigurationFactory.ParseString(reader.ReadToEnd());
    }
}
