using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>What is in the tree is done: what is not, is an issue.</summary>
internal sealed partial class NothingUnfinished : ISourceRule
{
    public IEnumerable<Violation> Check(SourceFile file) =>
    [
        .. Mark().Matches(file.Comments).Select(mark => file.Breaks(mark.Index, $"{mark.Value}: finish it, or write an issue")),
        .. file.Matches(Stub(), "finish it, or leave it out"),
    ];

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex Stub();
}
