using System.Net;
using Actors.Datagrams;
using Actors.Hub.Backplane;

namespace Actors.Hub;

/// <summary>What an operator may choose (<c>hub</c> in the configuration).</summary>
/// <param name="Interval">
/// The heartbeat interval of listeners that name none of their own; <see cref="MinInterval"/> to <see cref="MaxInterval"/>.
/// </param>
/// <param name="Grace">How much later than the interval a member is evicted; 0 to <see cref="MaxGrace"/>.</param>
/// <param name="Limits">Bounds on what the hub holds.</param>
/// <param name="Listeners">The ports, at least one.</param>
public sealed record HubOptions(TimeSpan Interval, TimeSpan Grace, HubLimits Limits, IReadOnlyList<ListenerOptions> Listeners)
{
    /// <summary>Largest <see cref="Grace"/>: a silent member must be gone within interval + 1 s, and a timer may be 100 ms late.</summary>
    public static readonly TimeSpan MaxGrace = TimeSpan.FromMilliseconds(900);

    /// <summary>Shortest interval: below it, the network's own jitter would evict.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest interval.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>This hub's name among the nodes that share rooms; null to make one of the machine's name and the first listener's port.</summary>
    public NodeId? Node { get; init; }

    /// <summary>How it shares its rooms with other nodes.</summary>
    public BackplaneOptions Backplane { get; init; } = BackplaneOptions.Default;

    /// <summary>The hub as it runs without any configuration: one chat at 127.0.0.1:9999.</summary>
    public static HubOptions Default { get; } = new(
        Interval: TimeSpan.FromSeconds(10),
        Grace: TimeSpan.FromMilliseconds(500),
        Limits: HubLimits.Default,
        Listeners:
        [
            new ListenerOptions("chat", new EndpointKey(IPAddress.Loopback, 9999), "chat", new RoomName("lobby"), TimeSpan.FromSeconds(10)),
        ]);
}
