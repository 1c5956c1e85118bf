using System.Xml.Linq;

namespace Actors.Tidy.Tests.Scanning;

/// <summary>What a project file asks for: its references, and the switches that Directory.Build.targets turns into references.</summary>
internal sealed record ProjectFile(
    string Path,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> PinnedPackages,
    IReadOnlyList<string> Frameworks,
    IReadOnlyDictionary<string, string> Properties)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool Says(string property) => Properties.GetValueOrDefault(property) == "true";

    public static ProjectFile Parse(string path, string xml)
    {
        var project = XElement.Parse(xml);
        return new ProjectFile(
            path,
            [.. Includes(project, "ProjectReference").Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference))],
            [.. Includes(project, "PackageReference")],
            [.. project.Descendants("PackageReference").Where(item => item.Attribute("Version") is not null).Select(Include)],
            [.. Includes(project, "FrameworkReference")],
            project.Elements("PropertyGroup").Elements().GroupBy(item => item.Name.LocalName)
                .ToDictionary(group => group.Key, group => group.Last().Value));
    }

    private static IEnumerable<string> Includes(XElement project, string item) =>
        project.Descendants(item).Select(Include).Where(value => value.Length > 0);

    private static string Include(XElement item) => ((string?)item.Attribute("Include") ?? "").Replace('\\', '/');
}
