using Actors.Hub.Observing;
using Actors.Hub.Services;
using Actors.Hub.Sockets;

namespace Actors.Hub.Clients;

/// <summary>What all clients of a room have in common.</summary>
/// <param name="Listener">Where they came to.</param>
/// <param name="Service">Who says what their datagrams mean.</param>
/// <param name="Timeout">The silence after which one is evicted.</param>
/// <param name="Counters">Where drops are counted.</param>
/// <param name="Watch">Where it is said what became of each datagram.</param>
/// <param name="Messages">What answers are written to.</param>
internal sealed record ClientSetup(
    ListenerOptions Listener,
    IService Service,
    TimeSpan Timeout,
    HubCounters Counters,
    ListenerWatch Watch,
    OutgoingMessagePool Messages)
{
    /// <summary>How long the service takes over each datagram of an endpoint.</summary>
    public TimeSpan Delay => Listener.ServiceOptions.Delay;

    /// <summary>What may wait meanwhile.</summary>
    public WaitingBytes WaitingBytes { get; } = new();
}
