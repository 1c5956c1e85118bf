using System.Text.RegularExpressions;

namespace Actors.Tidy.Tests.Scanning;

/// <summary>A C# file: its text, and of it the code and the comments alone, position for position.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<(string Code, string Comments)> _parts = new(() => new CodeScanner(text).Run());

    /// <summary>Relative to the checkout, with forward slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Code => _parts.Value.Code;

    public string Comments => _parts.Value.Comments;

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The project folder's name: Actors.Hub of src/Actors.Hub/Rooms/RoomState.cs.</summary>
    public string Project => Path.Split('/') is [_, var project, ..] ? project : "";

    public bool IsEngine => IsProduct && Project.StartsWith("Actors.Engine", StringComparison.Ordinal);

    public int LineAt(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    public Violation Breaks(int position, string what) => new(Path, LineAt(position), what);

    public IEnumerable<Violation> Matches(Regex pattern, string what) =>
        pattern.Matches(Code).Select(match => Breaks(match.Index, $"{match.Value.Trim()}: {what}"));
}
