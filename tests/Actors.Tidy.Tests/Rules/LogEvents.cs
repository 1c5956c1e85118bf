using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>Source-generated logs live in *Log.cs, and an event id or name means one thing in its project.</summary>
internal static partial class LogEvents
{
    public static IEnumerable<Violation> Check(IReadOnlyList<SourceFile> files)
    {
        foreach (var project in files.Where(file => file.IsProduct).GroupBy(file => file.Project))
        {
            var events = project.SelectMany(Events).ToList();
            foreach (var one in events.Where(one => !one.File.Path.EndsWith("Log.cs", StringComparison.Ordinal)))
                yield return one.File.Breaks(one.At, "a LoggerMessage outside a *Log.cs file");
            foreach (var one in events.Where(one => one.Id is null))
                yield return one.File.Breaks(one.At, $"{one.Name} has no event id");
            foreach (var twice in Taken(events.Where(one => one.Id is not null), one => one.Id))
                yield return twice.File.Breaks(twice.At, $"event id {twice.Id} is taken in {project.Key}");
            foreach (var twice in Taken(events, one => one.Name))
                yield return twice.File.Breaks(twice.At, $"event name {twice.Name} is taken in {project.Key}");
        }
    }

    private static IEnumerable<T> Taken<T>(IEnumerable<T> events, Func<T, string?> by) => events.GroupBy(by).SelectMany(group => group.Skip(1));

    private static IEnumerable<(SourceFile File, int At, string? Id, string Name)> Events(SourceFile file) =>
        Attribute().Matches(file.Code).Select(match =>
        {
            var arguments = file.Text.Substring(match.Groups["arguments"].Index, match.Groups["arguments"].Length);
            var id = Id().Match(arguments);
            var name = EventName().Match(arguments);
            return (
                file,
                match.Index,
                id.Success ? id.Groups["id"].Value : null,
                name.Success ? name.Groups["name"].Value : match.Groups["method"].Value);
        });

    // Literals are blank in the code, so the first ) closes the attribute.
    [GeneratedRegex(@"\[LoggerMessage\((?<arguments>[^)]*)\)\][^;{]*?(?<method>\w+)\s*\(")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*(?:EventId\s*=\s*|eventId\s*:\s*)?(?<id>\d+)|\bEventId\s*=\s*(?<id>\d+)")]
    private static partial Regex Id();

    [GeneratedRegex("\\bEventName\\s*=\\s*\"(?<name>[^\"]*)\"")]
    private static partial Regex EventName();
}
