using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// What a <see cref="ClientActor"/> knows of its endpoint, and must not forget when it is restarted. Nobody else reads or writes it.
/// </summary>
internal sealed class ClientSession(EndpointKey endpoint, bool lineMode, IActorRef socket, DateTimeOffset joined)
{
    private List<ReceivedDatagram>? _kept;

    public EndpointKey Endpoint => endpoint;

    public bool LineMode => lineMode;

    /// <summary>The socket that the endpoint came in by.</summary>
    public IActorRef Socket => socket;

    /// <summary>When the last datagram arrived.</summary>
    public DateTimeOffset LastHeard { get; set; } = joined;

    /// <summary>Whether it has said that it leaves.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>What waits for a slow service; null while nothing ever did.</summary>
    public SlowLane? Waiting { get; set; }

    /// <summary>Keeps a datagram that came after the endpoint left, for whoever serves the endpoint next.</summary>
    public void Keep(ReceivedDatagram datagram) => (_kept ??= []).Add(datagram);

    /// <summary>Gives out what was kept, in its order; the leases are the caller's.</summary>
    public IReadOnlyList<ReceivedDatagram> TakeKept()
    {
        IReadOnlyList<ReceivedDatagram> kept = _kept ?? [];
        _kept = null;
        return kept;
    }
}
