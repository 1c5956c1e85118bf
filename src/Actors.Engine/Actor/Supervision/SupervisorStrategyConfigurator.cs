using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Makes the strategy that the configuration names for the guardians.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Makes the strategy.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>The configurator of that type. Throws <see cref="ConfigurationException"/> where it cannot be made.</summary>
    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName) => typeName switch
    {
        "Akka.Actor.DefaultSupervisorStrategy" => new DefaultSupervisorStrategy(),
        "Akka.Actor.StoppingSupervisorStrategy" => new StoppingSupervisorStrategy(),
        _ => ConfiguredType.Find(typeName) is { } type && Activator.CreateInstance(type) is SupervisorStrategyConfigurator made
            ? made
            : throw new ConfigurationException($"Could not instantiate SupervisorStrategyConfigurator {typeName}: it must name a type with a parameterless constructor."),
    };
}
