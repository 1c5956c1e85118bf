using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>
/// A fact that is skipped, with the reason given, where the environment variable XUNIT_SKIP_LOCAL_FACT is set to something: for tests that need what
/// only a developer's machine has.
/// </summary>
public class LocalFactAttribute : FactAttribute
{
    private string? _skip;

    /// <summary>The reason, where the variable is set; null elsewhere.</summary>
    public string? SkipLocal { get; set; }

    /// <inheritdoc />
    public override string? Skip
    {
        get => _skip ?? (IsSkipping ? SkipLocal : null);
        set => _skip = value;
    }

    private static bool IsSkipping => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("XUNIT_SKIP_LOCAL_FACT"));
}
