using System.Text.RegularExpressions;

namespace Akka.Event;

/// <summary>Collects log filters for a <see cref="LogFilterSetup"/>.</summary>
public sealed class LogFilterBuilder
{
    private readonly List<LogFilterBase> _filters = [];

    /// <summary>Drops events of this source.</summary>
    public LogFilterBuilder ExcludeSourceExactly(string source, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
        => Add(new ExactMatchLogSourceFilter(source, comparison));

    /// <summary>Drops events whose source begins so, in any case of letters.</summary>
    public LogFilterBuilder ExcludeSourceStartingWith(string sourceStart) => ExcludeSourceRegex(Literal("^" + Regex.Escape(sourceStart)));

    /// <summary>Drops events whose source has this in it, in any case of letters.</summary>
    public LogFilterBuilder ExcludeSourceContaining(string sourcePart) => ExcludeSourceRegex(Literal(Regex.Escape(sourcePart)));

    /// <summary>Drops events whose source ends so, in any case of letters.</summary>
    public LogFilterBuilder ExcludeSourceEndingWith(string sourceEnd) => ExcludeSourceRegex(Literal(Regex.Escape(sourceEnd) + "$"));

    /// <summary>Drops events whose source matches.</summary>
    public LogFilterBuilder ExcludeSourceRegex(Regex regex) => Add(new RegexLogSourceFilter(regex));

    /// <summary>Drops events whose text matches.</summary>
    public LogFilterBuilder ExcludeMessageRegex(Regex regex) => Add(new RegexLogMessageFilter(regex));

    /// <summary>Drops events whose text has this in it, in any case of letters.</summary>
    public LogFilterBuilder ExcludeMessageContaining(string messagePart) => ExcludeMessageRegex(Literal(Regex.Escape(messagePart)));

    /// <summary>Adds a filter.</summary>
    public LogFilterBuilder Add(LogFilterBase filter)
    {
        _filters.Add(filter);
        return this;
    }

    /// <summary>Adds filters.</summary>
    public LogFilterBuilder AddRange(IEnumerable<LogFilterBase> filters)
    {
        _filters.AddRange(filters);
        return this;
    }

    /// <summary>The setup of what was collected.</summary>
    public LogFilterSetup Build() => new([.. _filters]);

    private static Regex Literal(string pattern) => new(pattern, RegexOptions.Compiled | RegexOptions.IgnoreCase);
}
