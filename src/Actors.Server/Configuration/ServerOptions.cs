using Actors.Hub;
using Actors.Hub.Backplane;
using Akka.Configuration;
using Microsoft.Extensions.Logging;

namespace Actors.Server.Configuration;

/// <summary>The configuration in force, read and checked.</summary>
/// <param name="Interval">See <see cref="HubOptions.Interval"/>.</param>
/// <param name="Grace">See <see cref="HubOptions.Grace"/>.</param>
/// <param name="LogLevel">The least level that is logged; <see cref="Microsoft.Extensions.Logging.LogLevel.None"/> for none.</param>
/// <param name="Limits">See <see cref="HubLimits"/>.</param>
/// <param name="Listeners">Every listener, in the configuration's order, disabled ones too.</param>
/// <param name="Actors">What the actor system reads: everything that was configured, over the engine's own file.</param>
internal sealed record ServerOptions(
    TimeSpan Interval, TimeSpan Grace, LogLevel LogLevel, HubLimits Limits, IReadOnlyList<ListenerSetting> Listeners, Config Actors)
{
    /// <summary>See <see cref="HubOptions.Node"/>.</summary>
    public NodeId? Node { get; init; }

    /// <summary>How it shares its rooms with other nodes; its kind is one that <see cref="Hosting.Backplanes"/> knows.</summary>
    public BackplaneOptions Backplane { get; init; } = BackplaneOptions.Default;

    /// <summary>The broker, for <c>hub.backplane = rabbitmq</c>.</summary>
    public required RabbitMqSetting RabbitMq { get; init; }

    /// <summary>The listeners that are on.</summary>
    public IEnumerable<ListenerSetting> Enabled => Listeners.Where(l => l.Enabled);

    /// <summary>As the hub wants it.</summary>
    public HubOptions ToHubOptions() => new(Interval, Grace, Limits, [.. Enabled.Select(l => l.ToOptions())])
    {
        Node = Node,
        Backplane = Backplane,
    };
}
