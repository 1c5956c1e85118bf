using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Makes <see cref="CallingThreadDispatcher"/>s, one for each actor that asks.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    /// <summary>Called for a dispatcher whose configured type this is.</summary>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites)
    {
    }

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => new CallingThreadDispatcher(this);
}
