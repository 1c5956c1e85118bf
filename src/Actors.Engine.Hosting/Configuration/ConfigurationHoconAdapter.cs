using System.Globalization;
using System.Text;
using Akka.Configuration;
using Akka.Hosting.Internal;
using Microsoft.Extensions.Configuration;

namespace Akka.Hosting.Configuration;

/// <summary>Makes HOCON of .NET configuration.</summary>
public static class ConfigurationHoconAdapter
{
    /// <summary>
    /// Turns a section (with its whole path) or a configuration into HOCON. A '.' within a key, outside double quotes, parts a
    /// path, as in HOCON itself; children whose keys are all numbers become an array in their order; a section's own value yields
    /// to its children.
    /// </summary>
    /// <param name="config">The configuration.</param>
    /// <param name="normalizeKeys">
    /// Keys in lower case, '-' for '_', as environment variables need it, but for what stands in double quotes; false keeps them.
    /// </param>
    public static Config ToHocon(this IConfiguration config, bool normalizeKeys = true)
    {
        var hocon = new StringBuilder();
        if (config is IConfigurationSection section)
        {
            var path = section.Path.Split(ConfigurationPath.KeyDelimiter).SelectMany(key => Parts(key, normalizeKeys));
            AppendField(hocon, path, section, normalizeKeys);
        }
        else
        {
            AppendFields(hocon, config.GetChildren(), normalizeKeys);
        }

        return ConfigurationFactory.ParseString(hocon.ToString());
    }

    private static void AppendValue(StringBuilder hocon, IConfigurationSection section, bool normalizeKeys)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            hocon.Append(HoconText.Quote(section.Value ?? ""));
        }
        else if (children.All(child => IsIndex(child.Key)))
        {
            hocon.Append('[');
            foreach (var child in children.OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)))
            {
                AppendValue(hocon, child, normalizeKeys);
                hocon.Append(", ");
            }

            hocon.Length -= ", ".Length;
            hocon.Append(']');
        }
        else
        {
            hocon.AppendLine("{");
            AppendFields(hocon, children, normalizeKeys);
            hocon.Append('}');
        }
    }

    private static void AppendFields(StringBuilder hocon, IEnumerable<IConfigurationSection> sections, bool normalizeKeys)
    {
        foreach (var section in sections) AppendField(hocon, Parts(section.Key, normalizeKeys), section, normalizeKeys);
    }

    /// <summary>A path as objects within objects, each key in quotes, so that it may hold what a variable's name does.</summary>
    private static void AppendField(
        StringBuilder hocon, IEnumerable<string> path, IConfigurationSection section, bool normalizeKeys)
    {
        var depth = 0;
        foreach (var part in path)
        {
            hocon.Append(depth++ == 0 ? "" : "{ ").Append(HoconText.Quote(part)).Append(" : ");
        }

        AppendValue(hocon, section, normalizeKeys);
        hocon.Append('}', depth - 1).AppendLine();
    }

    private static bool IsIndex(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The parts of a path within a key: '.' parts them, except within double quotes.</summary>
    private static List<string> Parts(string key, bool normalize)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        foreach (var c in key)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == '.' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(!normalize || quoted ? c : c == '_' ? '-' : char.ToLowerInvariant(c));
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
