using Actors.Hub.Backplane;
using Actors.Hub.Clients;
using Actors.Hub.Observing;
using Actors.Hub.Services;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>What a <see cref="RoomActor"/> is made of, made once for all its restarts.</summary>
internal sealed record RoomSetup(
    ListenerOptions Listener,
    IService Service,
    TimeSpan Timeout,
    HubLimits Limits,
    HubCounters Counters,
    ListenerWatch Watch,
    OutgoingMessagePool Messages)
{
    public RoomState State { get; } = new(Service, Limits);

    /// <summary>The sockets that members come in by; none until they have attached themselves. The actor's alone, like the state.</summary>
    public List<IActorRef> Sockets { get; } = [];

    /// <summary>The one of them that sends.</summary>
    public IActorRef Sending { get; set; } = ActorRefs.Nobody;

    public ClientSetup Client { get; } = new(Listener, Service, Timeout, Counters, Watch, Messages);

    /// <summary>The way to the rooms of the same name, here and on other nodes; null where there is no backplane.</summary>
    public RoomUplink? Uplink { get; init; }

    /// <summary>What came by the uplink and waits to be sent; the actor's alone.</summary>
    public HeardElsewhere Heard { get; } = new();

    /// <summary>How a client is made.</summary>
    public Func<ClientSession, Props> ClientProps { get; init; } = ClientActor.Props;
}
