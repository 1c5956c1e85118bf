using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>
/// The same files compile on either engine: no conditional compilation on which one it is, only the engine's projects declare anything in
/// Akka's namespaces, and only they and their own tests know that Actors.Engine exists.
/// </summary>
internal sealed partial class OneSourceTwoEngines : ISourceRule
{
    private static readonly string[] MayKnowTheEngine = ["Actors.Engine.Tests", "Actors.Benchmarks"];

    public IEnumerable<Violation> Check(SourceFile file) =>
    [
        .. file.Matches(Switch(), "one source for both engines: a difference belongs in hocon/engine-*.conf"),
        .. file.IsProduct && !file.IsEngine ? file.Matches(Alias(), "Akka's names are used as they are, without an alias") : [],
        .. file.IsEngine ? [] : file.Matches(AkkaNamespace(), "only the engine's projects declare Akka's namespaces"),
        .. file.IsEngine || MayKnowTheEngine.Contains(file.Project)
            ? []
            : file.Matches(EngineNamespace(), "Akka.NET has no Actors.Engine: no product or shared test code needs it"),
    ];

    // DEBUG is the one symbol that both builds share: use after release throws there.
    [GeneratedRegex(@"^[ \t]*#[ \t]*(?:el)?if\b(?![ \t]+!?DEBUG[ \t]*$).*$", RegexOptions.Multiline)]
    private static partial Regex Switch();

    [GeneratedRegex(@"\busing\s+\w+\s*=\s*(?:global::)?Akka\.")]
    private static partial Regex Alias();

    [GeneratedRegex(@"\bnamespace\s+Akka\b")]
    private static partial Regex AkkaNamespace();

    [GeneratedRegex(@"\b(?<!namespace\s+)Actors\.Engine\b(?!\.(?:Specs|Hosting\.Tests|TestKit\.Tests)\b)")]
    private static partial Regex EngineNamespace();
}
