using System.Net;
using System.Net.Sockets;
using Actors.Datagrams.Tests.Contract;

namespace Actors.Datagrams.Tests.Linux;

/// <summary>Several sockets on one port, as shards. Needs Linux on x64 or arm64.</summary>
public sealed class ReusePortSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly DatagramSocketOptions Shared = new() { ReusePort = true };

    [Fact]
    public void A_port_is_shared_by_those_who_ask_for_it_and_by_nobody_else()
    {
        using var first = Bind(0, Shared);
        using var second = Bind(first.LocalEndpoint.Port, Shared);

        Assert.Equal(first.LocalEndpoint, second.LocalEndpoint);
        var refusal = Assert.Throws<SocketException>(() => Bind(first.LocalEndpoint.Port, new DatagramSocketOptions()));
        Assert.Equal(SocketError.AddressAlreadyInUse, refusal.SocketErrorCode);
    }

    [Fact]
    public void The_portable_path_refuses_and_names_the_mend()
    {
        var refusal = Assert.Throws<PlatformNotSupportedException>(() => Bind(0, Shared with { Path = DatagramPath.Portable }));

        Assert.Contains("without ReusePort", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Peers that count, and two shards of which one closes meanwhile: nothing comes twice, and what the shard that stays hears of a peer
    /// comes after what the closed one heard.
    /// </summary>
    [Fact]
    public void When_a_shard_closes_under_load_its_peers_go_on_with_the_other_in_order()
    {
        const int peers = 32;
        var pool = new DatagramPool(1_024);
        var closing = Bind(0, Shared);
        using var staying = Bind(closing.LocalEndpoint.Port, Shared);
        var heardByClosing = new List<(EndpointKey Peer, int Number)>();
        var heardByStaying = new List<(EndpointKey Peer, int Number)>();
        using var closingLoop = Start(closing, pool, heardByClosing);
        using var stayingLoop = Start(staying, pool, heardByStaying);
        TestPeer[] senders = [.. Enumerable.Range(0, peers).Select(_ => new TestPeer())];
        var number = 0;

        // One of 2^32 runs leaves a shard without a peer.
        Until(() => Count(heardByClosing) > 100 && Count(heardByStaying) > 100);
        closing.Dispose();
        Until(() => PeersOf(heardByStaying) == peers);
        stayingLoop.Dispose();

        Assert.InRange(PeersOf(heardByClosing), 1, peers - 1);
        foreach (var peer in senders)
        {
            int[] before = [.. heardByClosing.Where(one => one.Peer == peer.Endpoint).Select(one => one.Number)];
            int[] after = [.. heardByStaying.Where(one => one.Peer == peer.Endpoint).Select(one => one.Number)];
            int[] all = [.. before, .. after];
            Assert.Equal(all.Order().Distinct(), all);
            peer.Dispose();
        }

        Assert.Equal(pool.Capacity, pool.Free);

        void Until(Func<bool> done)
        {
            Assert.True(
                SpinWait.SpinUntil(
                    () =>
                    {
                        number++;
                        Array.ForEach(senders, peer => peer.Send(BitConverter.GetBytes(number), staying.LocalEndpoint));
                        return done();
                    },
                    Patience),
                $"After {number} datagrams from each peer, one shard heard {Count(heardByClosing)}, the other {Count(heardByStaying)}.");
        }
    }

    private static int Count(List<(EndpointKey Peer, int Number)> heard)
    {
        lock (heard)
        {
            return heard.Count;
        }
    }

    private static int PeersOf(List<(EndpointKey Peer, int Number)> heard)
    {
        lock (heard)
        {
            return heard.Select(one => one.Peer).Distinct().Count();
        }
    }

    private static IDatagramSocket Bind(int port, DatagramSocketOptions options) =>
        DatagramSocket.Bind(new EndpointKey(IPAddress.Loopback, port), options);

    private static UdpReceiveLoop Start(IDatagramSocket socket, DatagramPool pool, List<(EndpointKey Peer, int Number)> heard)
    {
        var loop = new UdpReceiveLoop(
            socket,
            pool,
            batch =>
            {
                lock (heard)
                {
                    for (var i = 0; i < batch.Count; i++)
                    {
                        heard.Add((batch[i].Source, BitConverter.ToInt32(batch[i].Bytes)));
                    }
                }

                batch.Discard();
            },
            () => default,
            "shard");
        loop.Start();
        return loop;
    }
}
