using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>A system's dispatchers, by their paths in the configuration.</summary>
public sealed class Dispatchers
{
    /// <summary>The path of the default one.</summary>
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    // As many as Akka.NET follows.
    private const int MaxAliases = 20;

    private readonly ActorSystem _system;
    private readonly IDispatcherPrerequisites _prerequisites;
    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators = new();

    internal Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites)
    {
        _system = system;
        _prerequisites = prerequisites;
    }

    /// <summary>The dispatcher for actors that name none.</summary>
    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    /// <summary>What it may need of the system.</summary>
    public IDispatcherPrerequisites Prerequisites => _prerequisites;

    /// <summary>True where the configuration has that dispatcher.</summary>
    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || _system.Settings.Config.HasPath(id);

    /// <summary>The configuration of <see cref="DefaultGlobalDispatcher"/>.</summary>
    public Config DefaultDispatcherConfig => _system.Settings.Config.GetConfig(DefaultDispatcherId)!;

    /// <summary>
    /// The dispatcher of that path, which may name another path. Throws <see cref="ConfigurationException"/> where there is none.
    /// </summary>
    public MessageDispatcher Lookup(string dispatcherName) =>
        _configurators.GetOrAdd(string.IsNullOrEmpty(dispatcherName) ? DefaultDispatcherId : dispatcherName, Configure).Dispatcher();

    /// <summary>Adds a dispatcher that no configuration describes; false where the path is taken.</summary>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) => _configurators.TryAdd(id, configurator);

    internal void Stop()
    {
        foreach (var configurator in _configurators.Values)
            if (configurator is not PinnedDispatcherConfigurator)
                configurator.Dispatcher().Stop();
    }

    private static string Resolve(Config config, string id)
    {
        for (var left = MaxAliases; left > 0; left--)
        {
            if (!config.HasPath(id)) throw new ConfigurationException($"Dispatcher {id} not configured.");
            var value = config.GetValue(id)!;
            if (value.IsObject()) return id;
            id = value.GetString()!;
        }

        throw new ConfigurationException(
            $"Could not find a concrete dispatcher config after following {MaxAliases} deep. Is there a circular reference in your config? Last followed Id was [{id}]");
    }

    private MessageDispatcherConfigurator Configure(string name)
    {
        var config = _system.Settings.Config;
        var id = Resolve(config, name);
        // Two names of one dispatcher are one dispatcher.
        if (id != name) return _configurators.GetOrAdd(id, Configure);
        var section = ConfigurationFactory.ParseString($"id = \"{id}\"")
            .WithFallback(config.GetConfig(id))
            .WithFallback(config.GetConfig("akka.actor.default-dispatcher"));
        var type = section.GetString("type", "Dispatcher")!;
        return type switch
        {
            // Akka.NET's other pools run turns on threads of their own kind; here each is the thread pool.
            "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher" or "ChannelDispatcher" => new ThreadPoolDispatcherConfigurator(section, _prerequisites),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(section, _prerequisites),
            _ => Akka.Actor.ConfiguredType.Find(type) is { } found
                ? (MessageDispatcherConfigurator)Activator.CreateInstance(found, section, _prerequisites)!
                : throw new ConfigurationException($"Could not resolve dispatcher type {type} for path {id}"),
        };
    }
}
