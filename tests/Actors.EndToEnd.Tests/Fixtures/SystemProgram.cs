namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A program of the system that a README transcript needs.</summary>
internal static class SystemProgram
{
    public static bool IsHere(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));
}
