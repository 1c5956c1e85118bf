namespace Actors.Tidy.Tests.Scanning;

/// <summary>The checkout that this test was built from: the folder above us that holds Actors.sln.</summary>
internal sealed class Repository
{
    private static readonly string[] Built = ["bin", "obj", "TestResults"];

    private Repository(string root) => Root = root;

    public string Root { get; }

    public static Repository Here()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Actors.sln")))
                return new Repository(folder.FullName);
        throw new InvalidOperationException($"No Actors.sln above {AppContext.BaseDirectory}: the rule book reads the sources.");
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Every C# file of src and tests that a person wrote, by path.</summary>
    public IReadOnlyList<SourceFile> Sources() => [.. Files("*.cs").Select(path => new SourceFile(path, Read(path)))];

    /// <summary>Every project file of src and tests, by path.</summary>
    public IReadOnlyList<ProjectFile> Projects() => [.. Files("*.csproj").Select(path => ProjectFile.Parse(path, Read(path)))];

    /// <summary>The folders at the top, less those that .gitignore names.</summary>
    public IReadOnlyList<string> TopFolders()
    {
        var ignored = Read(".gitignore").Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.EndsWith('/')).Select(line => line.Trim('/')).ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Where(name => !ignored.Contains(name))
            .Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Files(string pattern) => new[] { "src", "tests" }
        .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Root, top), pattern, SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(Built.Contains))
        .Order(StringComparer.Ordinal);
}
