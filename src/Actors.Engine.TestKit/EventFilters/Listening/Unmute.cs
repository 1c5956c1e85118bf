using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>Published on an event stream: ends filters at the test event listener.</summary>
public sealed class Unmute : INoSerializationVerificationNeeded
{
    /// <summary>For these filters.</summary>
    public Unmute(params EventFilterBase[] filters) : this((IReadOnlyCollection<EventFilterBase>)filters)
    {
    }

    /// <summary>For these filters.</summary>
    public Unmute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    /// <summary>The filters.</summary>
    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
