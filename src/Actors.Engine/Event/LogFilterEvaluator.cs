namespace Akka.Event;

/// <summary>Asks a system's filters, those of sources first, so that an event that one of them drops is never made into text.</summary>
public class LogFilterEvaluator
{
    /// <summary>Keeps everything.</summary>
    public static readonly LogFilterEvaluator NoFilters = new([]);

    private readonly LogFilterBase[] _sourceFilters;
    private readonly LogFilterBase[] _contentFilters;

    /// <summary>An evaluator of these filters.</summary>
    public LogFilterEvaluator(LogFilterBase[] filters)
    {
        _sourceFilters = Array.FindAll(filters, f => f.FilterType == LogFilterType.Source);
        _contentFilters = Array.FindAll(filters, f => f.FilterType == LogFilterType.Content);
    }

    /// <summary>Whether no filter needs the text.</summary>
    public bool EvaluatesLogSourcesOnly => _contentFilters.Length == 0;

    /// <summary>Whether to log an event; if so, with its text.</summary>
    /// <exception cref="FormatException">The message's arguments do not fit its format.</exception>
    public virtual bool ShouldTryKeepMessage(LogEvent evt, out string expandedLogMessage)
    {
        expandedLogMessage = "";
        var decision = Ask(_sourceFilters, evt, null);
        if (decision == LogFilterDecision.Drop) return false;
        expandedLogMessage = evt.Message?.ToString() ?? "";
        return decision == LogFilterDecision.Keep || Ask(_contentFilters, evt, expandedLogMessage) != LogFilterDecision.Drop;
    }

    private static LogFilterDecision Ask(LogFilterBase[] filters, LogEvent evt, string? text)
    {
        foreach (var filter in filters)
        {
            var decision = filter.ShouldKeepMessage(evt, text);
            if (decision != LogFilterDecision.NoDecision) return decision;
        }
        return LogFilterDecision.NoDecision;
    }
}
