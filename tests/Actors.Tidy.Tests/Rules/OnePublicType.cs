using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>
/// Rule 10: one public type per file. A type and its generic namesakes count as one; the messages of one boundary and direction, which
/// rule 2 keeps together (RoomCommands.cs, ClientMessages.cs), may share a file that holds nothing but them.
/// </summary>
internal sealed partial class OnePublicType : ISourceRule
{
    public IEnumerable<Violation> Check(SourceFile file)
    {
        var types = Declaration().Matches(file.Code).ToList();
        var names = types.Select(type => type.Groups["name"].Value).Distinct().ToList();
        if (names.Count < 2 || (MessageFile().IsMatch(file.Path) && types.All(IsMessage))) yield break;
        yield return file.Breaks(types[^1].Index, $"public types {string.Join(", ", names)} in one file: give each its own");
    }

    private static bool IsMessage(Match type) =>
        type.Groups["kind"].Value is "interface" or "enum" || type.Value.Contains("record", StringComparison.Ordinal);

    // At the margin: nested types are indented, and belong to the one they are in.
    [GeneratedRegex(@"^public\s+(?:(?:sealed|abstract|static|partial|readonly|ref|unsafe|new)\s+)*" +
        @"(?:(?<kind>class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)|" +
        @"delegate\s+[^;(]*?(?<name>\w+)\s*(?:<[^>]*>)?\s*\()",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(Commands|Events|Messages|Queries|Effects)\.cs$")]
    private static partial Regex MessageFile();
}
