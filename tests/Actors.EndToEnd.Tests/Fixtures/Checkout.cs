namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>Where the checkout is, and in it the server that was built beside these tests: same configuration, same engine.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Our own output is tests/Actors.EndToEnd.Tests/bin/…; the server's is the same path under its project.</summary>
    public static string Server { get; } = Path.Combine(
        Root, "src", "Actors.Server",
        Path.GetRelativePath(Path.Combine(Root, "tests", "Actors.EndToEnd.Tests"), AppContext.BaseDirectory),
        "Actors.Server.dll");

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Actors.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Actors.sln above {AppContext.BaseDirectory}.");
    }
}
