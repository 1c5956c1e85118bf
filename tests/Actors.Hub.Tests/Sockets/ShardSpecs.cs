using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Actors.Datagrams;
using Actors.Hub.Services;
using Akka.Actor;

namespace Actors.Hub.Tests.Sockets;

/// <summary>A listener with two sockets: whichever of them an endpoint's datagrams come in by, it is one member, and hears in order.</summary>
public sealed class ShardSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HubCounters _counters = new();

    [Fact]
    public void An_endpoint_that_moves_to_and_fro_is_one_member_and_heard_in_order()
    {
        var (one, two) = (new FakeSocket(), new FakeSocket());
        var setup = Hub("chat", one, two);
        for (var said = 0; said < 200; said++)
        {
            // Next datagram by next datagram: the actor of one socket has it before the other socket hears the next.
            (said / 10 % 2 == 0 ? one : two).Arrive(Ann, $"{said}");
            var received = said + 1;
            AwaitAssert(() => Assert.Equal(received, _counters.Received), interval: TimeSpan.FromMilliseconds(1));
        }

        for (var said = 0; said < 200; said++)
        {
            Assert.Equal($"Ack {said}. from {Ann}", one.Next(Ann));
        }

        Assert.False(two.HasMore(Ann));
        Assert.Equal(1, _counters.Joined);
        EveryLeaseIsBack(setup.Pool);
    }

    [Fact]
    public void Where_the_socket_that_sends_was_closed_the_next_one_does()
    {
        var (one, two) = (new FakeSocket(), new FakeSocket());
        var setup = Hub("chat", one, two);
        one.Arrive(Ann, "hi");
        Assert.Equal($"Ack HI. from {Ann}", one.Next(Ann));
        one.Dispose();
        two.Arrive(Ann, "still here");
        Assert.Equal($"Ack STILL HERE. from {Ann}", two.Next(Ann));
        Assert.Equal(0, _counters.Dropped(DropReason.SendClosed));
        Assert.Equal(1, _counters.Joined);
        EveryLeaseIsBack(setup.Pool);
    }

    /// <summary>Datagrams of an endpoint by all sockets at once: no kernel does that, so nothing worse can happen.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_endpoints_move_quit_and_come_again_none_is_stuck_and_no_lease_is_lost(int seed)
    {
        var random = new Random(seed);
        var wires = Enumerable.Range(0, 3).Select(_ => new FakeSocket()).ToArray();
        var setup = Hub("chat", wires);
        var endpoints = Enumerable.Range(1, 5).Select(Peers.Number).ToArray();
        for (var batch = 1; batch <= 300; batch++)
        {
            wires[random.Next(3)].Arrive([.. Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => (endpoints[random.Next(5)], random.Next(4) == 0 ? "quit" : "hi"))]);
            if (batch % 20 == 0)
            {
                EveryLeaseIsBack(setup.Pool);
            }
        }

        EveryLeaseIsBack(setup.Pool);
        foreach (var endpoint in endpoints)
        {
            foreach (var wire in wires)
            {
                wire.Arrive(endpoint, $"by {Array.IndexOf(wires, wire)}");
                while (wires[0].Next(endpoint) != $"Ack BY {Array.IndexOf(wires, wire)}. from {endpoint}")
                {
                }
            }
        }

        Assert.Equal(endpoints.Length, _counters.Joined - _counters.Left(LeaveReason.Quit));
        Assert.Equal(0, _counters.Dropped(DropReason.LostLease));
    }

    /// <summary>The kernel shares out the endpoints anew when a socket goes. What lay in that one's buffer is lost; nothing else is wrong.</summary>
    [LinuxTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_of_two_real_sockets_is_closed_under_load_and_no_endpoint_is_two_and_each_is_heard_in_order(int closed)
    {
        const int Endpoints = 40;
        const int Rounds = 400;
        var first = DatagramSocket.Bind(Peers.At("127.0.0.1:0"), new DatagramSocketOptions { ReusePort = true });
        var second = DatagramSocket.Bind(first.LocalEndpoint, new DatagramSocketOptions { ReusePort = true });
        IDatagramSocket[] sockets = [first, second];
        var setup = Hub("echo", sockets);
        var peers = Enumerable.Range(0, Endpoints).Select(_ => Connected(first.LocalEndpoint)).ToArray();
        var heard = peers.Select(_ => -1).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            if (round == Rounds / 2)
            {
                sockets[closed].Dispose();
            }

            foreach (var peer in peers)
            {
                peer.Send(Peers.Bytes($"{round}"));
            }

            Hear(peers, heard);
        }

        // Those that moved are served on, too: each says something until it is heard.
        var last = Rounds;
        AwaitAssert(
            () =>
            {
                foreach (var (peer, i) in peers.Select((peer, i) => (peer, i)).Where(at => heard[at.i] < Rounds))
                {
                    peer.Send(Peers.Bytes($"{last}"));
                }

                last++;
                Hear(peers, heard);
                Assert.All(heard, number => Assert.True(number >= Rounds));
            },
            Patience);
        Assert.Equal(Endpoints, _counters.Joined);
        Assert.All(sockets, socket => Assert.True(socket == sockets[closed] || socket.Statistics.Received > 0));
        EveryLeaseIsBack(setup.Pool);
        Assert.All(peers, peer => peer.Dispose());
    }

    private HubSetup Hub(string service, params IDatagramSocket[] sockets)
    {
        var options = HubOptions.Default.Listeners[0] with { Service = service };
        var setup = new HubSetup(HubOptions.Default, [new BoundListener(options, sockets)], _counters, ServiceRegistry.Default);
        Sys.ActorOf(HubActor.Props(setup), "hub");
        return setup;
    }

    private static Socket Connected(EndpointKey hub)
    {
        var peer = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        peer.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        peer.Connect(hub.ToIPEndPoint());
        return peer;
    }

    /// <summary>Reads what has come for each; the numbers of one rise, so nothing comes twice or late.</summary>
    private static void Hear(Socket[] peers, int[] heard)
    {
        var buffer = new byte[64];
        for (var i = 0; i < peers.Length; i++)
        {
            while (peers[i].Available > 0)
            {
                var length = peers[i].Receive(buffer);
                var number = int.Parse(Peers.Text(buffer.AsSpan(0, length)), CultureInfo.InvariantCulture);
                Assert.True(number > heard[i], $"{peers[i].LocalEndPoint} heard {number} after {heard[i]}");
                heard[i] = number;
            }
        }
    }
}
