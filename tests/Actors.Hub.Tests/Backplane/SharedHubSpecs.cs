using Actors.Datagrams;
using Actors.Hub.Backplane;
using Akka.Actor;

namespace Actors.Hub.Tests.Backplane;

/// <summary>Whole hubs in virtual time that share their rooms, over sockets that a test plays.</summary>
public sealed class SharedHubSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);

    private readonly InProcessExchange _exchange = new();

    [Fact]
    public void What_one_says_the_members_of_its_room_hear_on_every_node_once_in_order()
    {
        var (alpha, bravo, charlie) = (Hub("alpha"), Hub("bravo"), Hub("charlie"));
        alpha.Joins(Ann);
        bravo.Joins(Bob);
        charlie.Joins(Cid);
        Clock.Advance(TimeSpan.FromSeconds(1));
        for (var n = 1; n <= 200; n++)
        {
            alpha.Arrive(Ann, $"m{n}");
        }

        for (var n = 1; n <= 200; n++)
        {
            var line = $"Ack M{n}. from 10.0.0.1:5000";
            Assert.Equal((line, line, line), (alpha.Wire.Next(Ann), bravo.Wire.Next(Bob), charlie.Wire.Next(Cid)));
        }

        Assert.False(alpha.Wire.HasMore(Ann) || bravo.Wire.HasMore(Bob) || charlie.Wire.HasMore(Cid));
        AwaitAssert(() => Assert.Equal((200, 0, 0), (alpha.Counted.Confirmed, alpha.Counted.Waiting, alpha.Counted.Unconfirmed)));
        Assert.Equal((200, 0), (bravo.Peer("alpha").Consumed, bravo.Peer("alpha").Duplicates));
    }

    [Fact]
    public void Line_mode_is_each_members_own_on_every_node()
    {
        var (alpha, bravo) = (Hub("alpha"), Hub("bravo"));
        alpha.Joins(Ann, "^hb^\n");
        bravo.Joins(Bob);
        alpha.Arrive(Ann, "hi\n");
        Assert.Equal("Ack HI. from 10.0.0.1:5000\n", alpha.Wire.Next(Ann));
        Assert.Equal("Ack HI. from 10.0.0.1:5000", bravo.Wire.Next(Bob));
    }

    private SharedHub Hub(string name, params ListenerOptions[] listeners) => new(this, _exchange.Connect(), name, listeners);

    private sealed class SharedHub
    {
        private readonly SharedHubSpecs _spec;
        private readonly HubCounters _counters = new();

        public SharedHub(SharedHubSpecs spec, IBackplane backplane, string name, ListenerOptions[] listeners)
        {
            _spec = spec;
            var bound = listeners.DefaultIfEmpty(HubOptions.Default.Listeners[0]).Select((options, i) => new BoundListener(options, Wires[i]));
            Ref = spec.Sys.ActorOf(HubActor.Props(
                HubOptions.Default with { Node = new NodeId(name) }, [.. bound], _counters, backplane: backplane), $"hub-{name}");
            spec.AwaitAssert(() => Assert.True(Counted.IsUp));
        }

        public IActorRef Ref { get; }

        public IReadOnlyList<FakeSocket> Wires { get; } = [new(), new()];

        public FakeSocket Wire => Wires[0];

        public HubCounters Counters => _counters;

        public BackplaneCounters Counted => _counters.Backplane;

        public PeerCounters Peer(string name) => Assert.Single(Counted.Peers, peer => peer.Node.Value == name);

        public T Ask<T>(object question)
        {
            Ref.Tell(question, _spec.TestActor);
            return _spec.ExpectMsg<T>();
        }

        public void Arrive(EndpointKey from, string latin1) => Wire.Arrive(from, latin1);

        /// <summary>Makes one a member, and the backplane know of it.</summary>
        public void Joins(EndpointKey peer, string first = "^hb^", int wire = 0)
        {
            var joined = _counters.Joined;
            Wires[wire].Arrive(peer, first);
            _spec.AwaitAssert(() => Assert.Equal(joined + 1, _counters.Joined));

            // The backplane is told before it is counted, and answers behind that.
            Ask<RoomsReport>(HubQueries.GetRooms.Instance);
        }
    }
}
