using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Catches the events for which a predicate holds.</summary>
public class CustomEventFilter : EventFilterBase
{
    private readonly Predicate<LogEvent> _predicate;

    /// <summary>Makes a filter.</summary>
    public CustomEventFilter(Predicate<LogEvent> predicate) : base(null, null) => _predicate = predicate;

    /// <inheritdoc />
    protected override string FilterDescriptiveName => "Custom";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => _predicate(evt);
}
