namespace Actors.Tidy.Tests.Scanning;

/// <summary>One place that breaks one rule, and how to mend it.</summary>
internal sealed record Violation(string Path, int Line, string What)
{
    public override string ToString() => Line > 0 ? $"{Path}:{Line}: {What}" : $"{Path}: {What}";

    public static void None(IEnumerable<Violation> found)
    {
        var lines = found.Select(violation => violation.ToString()).ToList();
        Assert.True(lines.Count == 0, $"The rule book, {lines.Count} place(s):\n" + string.Join('\n', lines));
    }
}
