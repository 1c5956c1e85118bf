namespace Actors.Hub.Tests;

/// <summary>A theory about what only Linux has.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Linux only";
}
