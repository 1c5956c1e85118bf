using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>Rules 4 and 9: no queue without a bound, no clock but the scheduler's or an injected one, no sleep.</summary>
internal sealed partial class BannedCalls : ISourceRule
{
    public IEnumerable<Violation> Check(SourceFile file) => file.IsProduct ? InProduct(file) : InTests(file);

    private static IEnumerable<Violation> InTests(SourceFile file) =>
        file.Matches(Sleeps(), "tests do not sleep: advance virtual time, or wait on a condition with a reason");

    private static IEnumerable<Violation> InProduct(SourceFile file) =>
    [
        .. file.Matches(ThreadSleep(), "nothing sleeps: wait on the event itself"),
        .. file.Matches(WallClock(), "read the scheduler's clock (Context.System.Scheduler.Now) or a TimeProvider"),
        .. file.Matches(Unbounded(), "every queue has a bound and a named drop policy"),
        .. file.IsEngine ? [] : file.Matches(OwnClock(), "read the scheduler's clock (Context.System.Scheduler.Now) or a TimeProvider"),
        .. file.Matches(OwnDice(), "randomness is injected"),
    ];

    [GeneratedRegex(@"\b(?:Thread\s*\.\s*Sleep|Task\s*\.\s*Delay)\b")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b")]
    private static partial Regex ThreadSleep();

    [GeneratedRegex(@"\bDateTime\s*\.\s*(?:Utc)?Now\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bDateTimeOffset\s*\.\s*(?:Utc)?Now\b|\bEnvironment\s*\.\s*TickCount(?:64)?\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\bCreateUnbounded\b")]
    private static partial Regex Unbounded();

    [GeneratedRegex(@"\bRandom\s*\.\s*Shared\b|\bnew\s+Random\s*\(\s*\)")]
    private static partial Regex OwnDice();
}
