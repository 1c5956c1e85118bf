namespace Actors.Benchmarks.Processes;

/// <summary>The programs that were built beside this one: same configuration, same engine.</summary>
internal static class Built
{
    internal static string Server { get; } = Of("src", "Actors.Server");

    internal static string Client { get; } = Of("src", "Actors.Client");

    internal static string Benchmarks { get; } = Path.Combine(AppContext.BaseDirectory, "Actors.Benchmarks.dll");

    internal static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Whether a program is on the PATH.</summary>
    internal static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Our own output is tests/Actors.Benchmarks/bin/…; another project's is the same path under its folder.</summary>
    private static string Of(string folder, string project)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Actors.sln")))
            root = root.Parent ?? throw new InvalidOperationException($"No Actors.sln above {AppContext.BaseDirectory}.");
        var output = Path.GetRelativePath(Path.Combine(root.FullName, "tests", "Actors.Benchmarks"), AppContext.BaseDirectory);
        return Path.Combine(root.FullName, folder, project, output, $"{project}.dll");
    }
}
