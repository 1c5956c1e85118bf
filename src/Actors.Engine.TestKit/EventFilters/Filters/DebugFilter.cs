using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Catches debug events.</summary>
public class DebugFilter : EventFilterBase
{
    /// <summary>Makes a filter; a matcher that is null matches anything.</summary>
    public DebugFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null) : base(messageMatcher, sourceMatcher)
    {
    }

    /// <inheritdoc />
    protected override string FilterDescriptiveName => "Debug";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => evt is Debug && InternalDoMatch(evt.LogSource, evt.Message);
}
