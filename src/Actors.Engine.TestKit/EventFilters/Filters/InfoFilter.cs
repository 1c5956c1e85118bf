using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Catches info events.</summary>
public class InfoFilter : EventFilterBase
{
    /// <summary>Makes a filter; a matcher that is null matches anything.</summary>
    public InfoFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null) : base(messageMatcher, sourceMatcher)
    {
    }

    /// <inheritdoc />
    protected override string FilterDescriptiveName => "Info";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => evt is Info && InternalDoMatch(evt.LogSource, evt.Message);
}
