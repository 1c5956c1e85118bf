using Akka.Actor.Setup;

namespace Akka.Event;

/// <summary>The log filters of a system, for its <see cref="ActorSystemSetup"/>.</summary>
public sealed class LogFilterSetup : Setup
{
    /// <summary>A setup of these filters.</summary>
    public LogFilterSetup(LogFilterBase[] filters) => Filters = filters;

    /// <summary>The filters, in the order in which they are asked.</summary>
    public LogFilterBase[] Filters { get; }

    /// <summary>What asks them.</summary>
    public LogFilterEvaluator CreateEvaluator() => new(Filters);
}
