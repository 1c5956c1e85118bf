using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>A rule that can be told from one C# file alone.</summary>
internal interface ISourceRule
{
    IEnumerable<Violation> Check(SourceFile file);
}
