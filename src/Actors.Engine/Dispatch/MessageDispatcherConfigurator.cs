using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes a dispatcher from its section of the configuration.</summary>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>Called by the engine with the dispatcher's section.</summary>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The section.</summary>
    public Config Config { get; }

    /// <summary>What it may need of the system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    internal string Id => Config.GetString("id", null) ?? Dispatchers.DefaultDispatcherId;

    /// <summary>The dispatcher, the same at every call unless the kind says otherwise.</summary>
    public abstract MessageDispatcher Dispatcher();
}
