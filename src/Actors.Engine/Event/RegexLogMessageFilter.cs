using System.Text.RegularExpressions;

namespace Akka.Event;

/// <summary>Drops events whose text matches an expression.</summary>
public sealed class RegexLogMessageFilter : LogFilterBase
{
    private readonly Regex _messageRegex;

    /// <summary>Drops events whose text matches.</summary>
    public RegexLogMessageFilter(Regex messageRegex) => _messageRegex = messageRegex;

    /// <inheritdoc/>
    public override LogFilterType FilterType => LogFilterType.Content;

    /// <inheritdoc/>
    public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null)
        => _messageRegex.IsMatch(expandedMessage ?? content.Message.ToString() ?? "")
            ? LogFilterDecision.Drop
            : LogFilterDecision.NoDecision;
}
