namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// A test that needs programs of the system. Where one is missing, it is skipped and says which; with CI=true it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] programs)
    {
        Programs = programs;
        var missing = programs.Where(program => !SystemProgram.IsHere(program)).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"NOT RUN: {string.Join(", ", missing)} is not on the PATH (apt-get install python3 netcat-openbsd tcpdump)";
    }

    public IReadOnlyList<string> Programs { get; }
}
