namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>Where the checkout is, and in it the programs that were built beside these tests: same configuration, same engine.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Server { get; } = Built("Actors.Server");

    public static string Client { get; } = Built("Actors.Client");

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>Our own output is tests/Actors.EndToEnd.Tests/bin/…; another project's is the same path under its folder.</summary>
    private static string Built(string project) => Path.Combine(
        Root, "src", project,
        Path.GetRelativePath(Path.Combine(Root, "tests", "Actors.EndToEnd.Tests"), AppContext.BaseDirectory),
        $"{project}.dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Actors.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Actors.sln above {AppContext.BaseDirectory}.");
    }
}
