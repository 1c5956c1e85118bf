using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Catches events by their source and message.</summary>
public abstract class EventFilterBase : IEventFilter
{
    private readonly IStringMatcher _messageMatcher;
    private readonly IStringMatcher _sourceMatcher;

    /// <summary>Makes a filter; a matcher that is null matches anything.</summary>
    protected EventFilterBase(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher)
    {
        _messageMatcher = messageMatcher ?? MatchesAll.Instance;
        _sourceMatcher = sourceMatcher ?? MatchesAll.Instance;
    }

    /// <summary>Raised, on the logger's thread, for each event that it catches.</summary>
    public event EventMatched? EventMatched;

    /// <summary>What kind of event it is for, in a failure's message.</summary>
    protected abstract string FilterDescriptiveName { get; }

    /// <inheritdoc />
    public bool Apply(LogEvent logEvent)
    {
        if (!IsMatch(logEvent)) return false;
        OnEventMatched(logEvent);
        return true;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        string[] conditions = [Condition("message", _messageMatcher), Condition("source", _sourceMatcher)];
        var all = string.Join(" and ", conditions.Where(condition => condition.Length > 0));
        return all.Length == 0 ? FilterDescriptiveName : $"{FilterDescriptiveName} when {all}";
    }

    /// <summary>Whether it catches the event.</summary>
    protected abstract bool IsMatch(LogEvent evt);

    /// <summary>Raises <see cref="EventMatched"/>.</summary>
    protected virtual void OnEventMatched(LogEvent logEvent) => EventMatched?.Invoke(this, logEvent);

    /// <summary>Whether source and message match; of a formatted message, the outcome or the template.</summary>
    protected bool InternalDoMatch(string src, object msg) =>
        _sourceMatcher.IsMatch(src)
        && (_messageMatcher.IsMatch(msg?.ToString() ?? "null") || (msg is LogMessage message && _messageMatcher.IsMatch(message.Format)));

    private static string Condition(string subject, IStringMatcher matcher) => matcher is MatchesAll ? "" : $"{subject} {matcher}";
}
