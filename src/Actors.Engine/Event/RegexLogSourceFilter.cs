using System.Text.RegularExpressions;

namespace Akka.Event;

/// <summary>Drops events whose source matches an expression.</summary>
public sealed class RegexLogSourceFilter : LogFilterBase
{
    private readonly Regex _sourceRegex;

    /// <summary>Drops events whose source matches.</summary>
    public RegexLogSourceFilter(Regex sourceRegex) => _sourceRegex = sourceRegex;

    /// <inheritdoc/>
    public override LogFilterType FilterType => LogFilterType.Source;

    /// <inheritdoc/>
    public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null)
        => _sourceRegex.IsMatch(content.LogSource) ? LogFilterDecision.Drop : LogFilterDecision.NoDecision;
}
