namespace Actors.Client.Tests.Fixtures;

/// <summary>A test that needs a program of the system; where it is missing, the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(string program)
    {
        Program = program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (program == "script" && !OperatingSystem.IsLinux())
            Skip = "NOT RUN: script is util-linux's here, and other systems' takes other options";
        else if (!folders.Any(folder => File.Exists(Path.Combine(folder, program)))) Skip = $"NOT RUN: {program} is not on the PATH";
    }

    public string Program { get; }
}
