using Actors.Datagrams;
using Actors.Hub.Backplane;
using Akka.Actor;

namespace Actors.Hub.Tests.Backplane;

/// <summary>A whole hub that shares its rooms, over sockets that a test plays.</summary>
internal sealed class SharedHub
{
    private readonly HubSpec _spec;

    public SharedHub(HubSpec spec, IBackplane backplane, string name, BackplaneOptions? options = null, params ListenerOptions[] listeners)
    {
        _spec = spec;
        var bound = listeners.DefaultIfEmpty(HubOptions.Default.Listeners[0]).Select((listener, i) => new BoundListener(listener, Wires[i]));
        var hub = HubOptions.Default with
        {
            // So few that whatever comes at once is more than a socket holds.
            Limits = HubLimits.Default with { DatagramsInFlight = 256 },
            Node = new NodeId(name),
            Backplane = options ?? BackplaneOptions.Default,
        };
        Ref = spec.Sys.ActorOf(HubActor.Props(hub, [.. bound], Counters, backplane: backplane));
        spec.AwaitAssert(() => Assert.True(Counted.IsUp));
    }

    public IActorRef Ref { get; }

    public IReadOnlyList<FakeSocket> Wires { get; } = [new(), new()];

    public FakeSocket Wire => Wires[0];

    public HubCounters Counters { get; } = new();

    public BackplaneCounters Counted => Counters.Backplane;

    public PeerCounters Peer(string name) => Assert.Single(Counted.Peers, peer => peer.Node.Value == name);

    public T Ask<T>(object question)
    {
        Ref.Tell(question, _spec.TestActor);
        return _spec.ExpectMsg<T>();
    }

    /// <summary>Makes one a member, and the backplane know of it.</summary>
    public void Joins(EndpointKey peer, string first = "^hb^", int wire = 0)
    {
        var joined = Counters.Joined;
        Wires[wire].Arrive(peer, first);
        _spec.AwaitAssert(() => Assert.Equal(joined + 1, Counters.Joined));

        // The backplane is told before it is counted, and answers behind that.
        Ask<RoomsReport>(HubQueries.GetRooms.Instance);
    }
}
