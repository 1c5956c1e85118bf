namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A test of what only Unix has: signals, closed descriptors.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "NOT RUN: a signal of Unix";
    }
}
