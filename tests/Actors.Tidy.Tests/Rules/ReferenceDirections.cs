using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>The table of projects as code: each has a level, and references point down only.</summary>
internal static class ReferenceDirections
{
    private static readonly Dictionary<string, int> Levels = new()
    {
        ["Actors.Engine"] = 0,
        ["Actors.Datagrams"] = 0,
        ["Actors.Engine.Hosting"] = 1,
        ["Actors.Engine.TestKit"] = 1,
        ["Actors.Hub"] = 2,
        ["Actors.Backplane.RabbitMq"] = 3,
        ["Actors.Server"] = 4,
        ["Actors.Client"] = 4,
    };

    // The engine and the sockets are fit to be packages of their own: the base class library, and nothing else.
    private static readonly string[] StandAlone = ["Actors.Engine", "Actors.Datagrams"];

    public static IEnumerable<Violation> Check(IReadOnlyList<ProjectFile> projects, BuildSwitches switches)
    {
        foreach (var project in projects)
        {
            foreach (var package in project.PinnedPackages)
                yield return new Violation(project.Path, 0, $"{package} has a version here: versions live in Directory.Packages.props");
            foreach (var violation in project.IsTest ? CheckTest(project, switches) : CheckProduct(project, switches))
                yield return violation;
        }
    }

    private static IEnumerable<Violation> CheckProduct(ProjectFile project, BuildSwitches switches)
    {
        if (!Levels.TryGetValue(project.Name, out var level))
        {
            yield return new Violation(project.Path, 0, "not in the table of projects: give it a level");
            yield break;
        }

        foreach (var reference in switches.ReferencesOf(project))
            if (!Levels.TryGetValue(reference, out var below) || below >= level)
                yield return new Violation(project.Path, 0, $"references {reference}, which is not below level {level}");
        if (project.Says("UsesTestKit")) yield return new Violation(project.Path, 0, "UsesTestKit: the product needs no test kit");
        if (StandAlone.Contains(project.Name) && (project.Packages.Count > 0 || project.Frameworks.Count > 0))
            yield return new Violation(project.Path, 0, "stands on the base class library alone");
        if (project.Name.StartsWith("Actors.Engine", StringComparison.Ordinal) != project.Says("EngineOnly"))
            yield return new Violation(project.Path, 0, "EngineOnly is for the engine's own projects, and for each of them");
    }

    private static IEnumerable<Violation> CheckTest(ProjectFile project, BuildSwitches switches) =>
        switches.ReferencesOf(project).Where(reference => !Levels.ContainsKey(reference))
            .Select(reference => new Violation(project.Path, 0, $"references {reference}: tests stand on src, not on each other"));
}
