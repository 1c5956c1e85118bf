using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A fact that is skipped, with the reason given, anywhere but on Windows.</summary>
public class WindowsFactAttribute : FactAttribute
{
    private string? _skip;

    /// <summary>The reason to skip it elsewhere.</summary>
    public string? SkipUnix { get; set; }

    /// <inheritdoc />
    public override string? Skip
    {
        get => _skip ?? (OperatingSystem.IsWindows() ? null : SkipUnix);
        set => _skip = value;
    }
}
