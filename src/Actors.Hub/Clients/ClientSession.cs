using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// What a <see cref="ClientActor"/> knows of its endpoint, and must not forget when it is restarted: so it also makes the incarnations.
/// Nobody else reads or writes it.
/// </summary>
internal sealed class ClientSession(ClientSetup setup, EndpointKey endpoint, bool lineMode, IActorRef socket, DateTimeOffset joined)
    : IIndirectActorProducer
{
    // Half of a DateTimeOffset, whose other half is always zero here.
    private long _lastHeardTicks = joined.UtcTicks;
    private List<ReceivedDatagram>? _kept;

    public ClientSetup Setup => setup;

    public EndpointKey Endpoint => endpoint;

    public bool LineMode => lineMode;

    /// <summary>The socket that the endpoint is answered by.</summary>
    public IActorRef Socket => socket;

    /// <summary>When the last datagram arrived.</summary>
    public DateTimeOffset LastHeard
    {
        get => new(_lastHeardTicks, TimeSpan.Zero);
        set => _lastHeardTicks = value.UtcTicks;
    }

    /// <summary>Whether it has said that it leaves.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>What waits for a slow service; null while nothing ever did.</summary>
    public SlowLane? Waiting { get; set; }

    Type IIndirectActorProducer.ActorType => typeof(ClientActor);

    /// <summary>Keeps a datagram that came after the endpoint left, for whoever serves the endpoint next.</summary>
    public void Keep(ReceivedDatagram datagram) => (_kept ??= []).Add(datagram);

    /// <summary>Gives out what was kept, in its order; the leases are the caller's.</summary>
    public IReadOnlyList<ReceivedDatagram> TakeKept()
    {
        IReadOnlyList<ReceivedDatagram> kept = _kept ?? [];
        _kept = null;
        return kept;
    }

    /// <summary>By a call, where Props by type would look for a constructor for each member.</summary>
    ActorBase IIndirectActorProducer.Produce() => new ClientActor(this);

    void IIndirectActorProducer.Release(ActorBase actor)
    {
    }
}
