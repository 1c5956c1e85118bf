using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Server.Configuration;
using Actors.Server.Traffic;

namespace Actors.Server.Hosting;

/// <summary>What one run of the server shares between its parts.</summary>
/// <param name="Options">The configuration in force.</param>
/// <param name="Listeners">The bound sockets.</param>
/// <param name="Counters">What the hub counts.</param>
/// <param name="Streams">Standard input and output.</param>
/// <param name="ConsoleIsOn">Whether commands are read.</param>
internal sealed record ServerSession(
    ServerOptions Options, IReadOnlyList<BoundListener> Listeners, HubCounters Counters, ProcessStreams Streams, bool ConsoleIsOn)
{
    /// <summary>Who watches the hub's datagrams.</summary>
    public HubObservers Observers { get; } = new();

    /// <summary>The way to other nodes; null for a hub on its own.</summary>
    public IBackplane? Backplane { get; init; }

    /// <summary>Set when every datagram is written to a file.</summary>
    public TrafficCapture? Capture { get; set; }

    /// <summary>Set once the hub is ready, or was told to stop before that: it ends as it was meant to.</summary>
    public bool HasRun { get; set; }

    /// <summary>Set when the actors could not be started, for a reason that the operator can mend.</summary>
    public OperatorFault? Fault { get; set; }
}
