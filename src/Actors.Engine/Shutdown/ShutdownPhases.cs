using System.Collections.Immutable;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The phases of a shutdown: read from configuration, and put in order.</summary>
internal static class ShutdownPhases
{
    /// <summary>The phases of a section <c>coordinated-shutdown</c>.</summary>
    internal static Dictionary<string, Phase> FromConfig(Config section)
    {
        var defaultTimeout = section.GetTimeSpan("default-phase-timeout", TimeSpan.FromSeconds(5), allowInfinite: false);
        var phases = new Dictionary<string, Phase>();
        if (section.GetConfig("phases") is not { } all) return phases;
        foreach (var (name, _) in all.AsEnumerable())
        {
            var phase = all.GetConfig(name) ?? Config.Empty;
            phases[name] = new Phase(
                [.. phase.GetStringList("depends-on")],
                phase.GetTimeSpan("timeout", defaultTimeout, allowInfinite: false),
                phase.GetBoolean("recover", true));
        }
        return phases;
    }

    /// <summary>The names of all phases, and of those that they depend on, each after what it depends on.</summary>
    /// <exception cref="ArgumentException">A phase depends on itself, by whatever way.</exception>
    internal static List<string> TopologicalSort(IReadOnlyDictionary<string, Phase> phases)
    {
        var ordered = new List<string>();
        var done = new HashSet<string>();
        var underWay = new HashSet<string>();
        foreach (var name in phases.Keys) Visit(name);
        return ordered;

        void Visit(string name)
        {
            if (done.Contains(name)) return;
            if (!underWay.Add(name))
            {
                throw new ArgumentException(
                    "Cycle detected in graph of phases. It must be a DAG. " +
                    $"phase [{name}] depends transitively on itself. All dependencies: {Describe(phases)}");
            }
            if (phases.TryGetValue(name, out var phase))
            {
                foreach (var before in phase.DependsOn.Order(StringComparer.Ordinal)) Visit(before);
            }
            done.Add(name);
            ordered.Add(name);
        }
    }

    private static string Describe(IReadOnlyDictionary<string, Phase> phases)
        => string.Join("; ", phases.Select(p => $"{p.Key} after [{string.Join(", ", p.Value.DependsOn)}]"));
}
