namespace Akka.Event;

/// <summary>Drops events of one source.</summary>
public sealed class ExactMatchLogSourceFilter : LogFilterBase
{
    private readonly string _source;
    private readonly StringComparison _comparison;

    /// <summary>Drops events of this source.</summary>
    public ExactMatchLogSourceFilter(string source, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
    {
        _source = source;
        _comparison = comparison;
    }

    /// <inheritdoc/>
    public override LogFilterType FilterType => LogFilterType.Source;

    /// <inheritdoc/>
    public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null)
        => content.LogSource.Equals(_source, _comparison) ? LogFilterDecision.Drop : LogFilterDecision.NoDecision;
}
