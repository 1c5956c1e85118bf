using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Catches warning events.</summary>
public class WarningFilter : EventFilterBase
{
    /// <summary>Makes a filter; a matcher that is null matches anything.</summary>
    public WarningFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null) : base(messageMatcher, sourceMatcher)
    {
    }

    /// <inheritdoc />
    protected override string FilterDescriptiveName => "Warning";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => evt is Warning && InternalDoMatch(evt.LogSource, evt.Message);
}
