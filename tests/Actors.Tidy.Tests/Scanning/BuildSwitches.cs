using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Actors.Tidy.Tests.Scanning;

/// <summary>The project references that Directory.Build.targets adds, on our own engine, to a project that says UsesActors, for example.</summary>
internal sealed partial class BuildSwitches(IReadOnlyList<(string Switch, string Project)> added)
{
    public IReadOnlyList<(string Switch, string Project)> Added { get; } = added;

    public static BuildSwitches Parse(string targets) => new([.. XElement.Parse(targets).Elements("ItemGroup")
        .SelectMany(group => SwitchPattern().Matches((string?)group.Attribute("Condition") ?? "")
            .SelectMany(condition => group.Elements("ProjectReference").Where(item => item.Attribute("Include") is not null)
                .Select(item => (condition.Groups[1].Value, Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!)))))]);

    public IEnumerable<string> ReferencesOf(ProjectFile project) =>
        project.References.Concat(Added.Where(pair => project.Says(pair.Switch)).Select(pair => pair.Project)).Distinct();

    [GeneratedRegex(@"'\$\((Uses\w+)\)'\s*==\s*'true'")]
    private static partial Regex SwitchPattern();
}
