using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>Published on an event stream: puts filters in force at the test event listener.</summary>
public sealed class Mute : INoSerializationVerificationNeeded
{
    /// <summary>For these filters.</summary>
    public Mute(params EventFilterBase[] filters) : this((IReadOnlyCollection<EventFilterBase>)filters)
    {
    }

    /// <summary>For these filters.</summary>
    public Mute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    /// <summary>The filters.</summary>
    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
