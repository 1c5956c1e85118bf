using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>No static mutable state in the product: two systems in one process, or a simulated one, must not meet.</summary>
internal sealed partial class NoSharedState : ISourceRule
{
    // The links that it keeps are blank: two systems that share them see nothing of each other.
    private const string Exempt = "src/Actors.Engine/Dispatch/Mailbox/MessageNodePool.cs";

    public IEnumerable<Violation> Check(SourceFile file) => !file.IsProduct || file.Path == Exempt ? [] : Field().Matches(file.Code)
        .Where(field => field.Groups["modifiers"].Value.Contains("static", StringComparison.Ordinal) && !IsOneThreads(file, field))
        .Select(field => field.Groups["name"])
        .Select(name => file.Breaks(name.Index, $"{name.Value} is static and writable: make it readonly, or a field of what owns it"));

    // What belongs to one thread is shared with nobody.
    private static bool IsOneThreads(SourceFile file, Match field) =>
        field.Value.Contains("[ThreadStatic]", StringComparison.Ordinal) ||
        file.Code.AsSpan(0, field.Index).TrimEnd().EndsWith("[ThreadStatic]", StringComparison.Ordinal);

    // A field: modifiers (never readonly), a type, a name, then ; or = (=> is a property, ( a method, { an accessor).
    [GeneratedRegex(@"^[ \t]*(?:\[[^\]\n]*\][ \t]*)*" +
        @"(?<modifiers>(?:(?:public|private|protected|internal|static|volatile|new|unsafe)[ \t]+)+)" +
        @"(?!(?:class|struct|record|interface|enum|delegate|readonly|const|using)\b)[\w.]+(?:<[^;=(){}]*>)?[\[\],?*]*[ \t]+" +
        @"(?!operator\b)(?<name>\w+)[ \t]*(?:;|=(?!>))",
        RegexOptions.Multiline)]
    private static partial Regex Field();
}
