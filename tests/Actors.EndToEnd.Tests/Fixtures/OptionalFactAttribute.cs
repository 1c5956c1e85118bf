namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A test with a large program that few machines have: where it is missing the test is skipped, and says so; in CI too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OptionalFactAttribute : FactAttribute
{
    public OptionalFactAttribute(string program)
    {
        Program = program;
        if (!SystemProgram.IsHere(program)) Skip = $"NOT RUN: {program} is not on the PATH";
    }

    public string Program { get; }
}
