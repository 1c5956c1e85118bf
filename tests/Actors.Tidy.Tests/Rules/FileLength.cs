using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>Rule 10 of the house: a file that nears 400 lines is telling you about a second concern.</summary>
internal sealed class FileLength : ISourceRule
{
    private const int Most = 400;

    public IEnumerable<Violation> Check(SourceFile file)
    {
        var lines = file.Text.Count(c => c == '\n') + (file.Text.EndsWith('\n') || file.Text.Length == 0 ? 0 : 1);
        if (lines > Most) yield return new Violation(file.Path, 0, $"{lines} lines, at most {Most}: which second concern lives there?");
    }
}
