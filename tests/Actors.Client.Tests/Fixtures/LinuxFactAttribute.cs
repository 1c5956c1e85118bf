namespace Actors.Client.Tests.Fixtures;

/// <summary>A test of what only Linux has; elsewhere it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "NOT RUN: this needs Linux";
    }
}
