namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A test of what only Linux has: sockets that share a port.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "NOT RUN: Linux only";
    }
}
