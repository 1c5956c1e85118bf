using System.Net;

namespace Actors.Datagrams.Tests.Contract;

public abstract partial class DatagramSocketContract
{
    [Fact]
    public void Payloads_of_mixed_lengths_arrive_in_order_each_as_its_own_datagram()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        int[] lengths = [10, 10, 12, 10, 0, 10];
        var payloads = Batch(lengths);

        var summary = socket.Send(payloads, new DestinationList([peer.Endpoint]), 0, 1);

        Assert.Equal((lengths.Length, 0), (summary.Sent, summary.Refused));
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.Equal(payloads[i], peer.Receive());
        }

        Assert.False(peer.HasMail, "Nothing comes twice.");
        Assert.Equal(lengths.Length, socket.Statistics.Sent);
    }

    [Fact]
    public void Only_the_named_part_of_a_list_is_sent_to()
    {
        using var socket = Bind();
        TestPeer[] peers = [new(), new(), new(), new()];
        var to = new DestinationList([.. peers.Select(peer => peer.Endpoint)]);
        var payloads = Batch(5, 5);

        Assert.Equal(4, socket.Send(payloads, to, 1, 2).Sent);
        Assert.Equal(0, socket.Send(payloads, to, 4, 0).Sent);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(payloads[i], peers[1].Receive());
            Assert.Equal(payloads[i], peers[2].Receive());
        }

        Assert.All(peers, peer => Assert.False(peer.HasMail));
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.Send(payloads, to, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.Send(payloads, to, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.Send(payloads, to, 5, 0));
        Array.ForEach(peers, peer => peer.Dispose());
    }

    [Fact]
    public void A_refused_destination_never_stops_a_batch_to_the_others()
    {
        using var socket = Bind();
        using var first = new TestPeer();
        using var last = new TestPeer();
        var nowhere = new EndpointKey(IPAddress.Loopback, 0);
        var sixth = new EndpointKey(IPAddress.IPv6Loopback, 9);
        var broadcast = new EndpointKey(IPAddress.Parse("127.255.255.255"), 9);
        var to = new DestinationList([nowhere, first.Endpoint, broadcast, sixth, last.Endpoint, nowhere]);
        var payloads = Batch(3, 3, 3, 1, 7);

        var summary = socket.Send(payloads, to, 0, to.Count);

        Assert.Equal((10, 15, 5), (summary.Sent, summary[SendRefusal.InvalidDestination], summary[SendRefusal.Denied]));
        for (var i = 0; i < payloads.Count; i++)
        {
            Assert.Equal(payloads[i], first.Receive());
            Assert.Equal(payloads[i], last.Receive());
        }

        var statistics = socket.Statistics;
        Assert.Equal((10, 15, 5), (statistics.Sent, statistics.RefusedInvalidDestination, statistics.RefusedDenied));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("::", "127.0.0.1")]
    [InlineData("::", "::1")]
    public void One_list_serves_sockets_of_every_family(string local, string remote)
    {
        using var socket = Bind(local);
        using var peer = new TestPeer(remote);
        var payloads = Batch(4, 4, 1);

        Assert.Equal(6, socket.Send(payloads, new DestinationList([peer.Endpoint, AnyPort, peer.Endpoint]), 0, 3).Sent); // port 0: nowhere

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(payloads[i % 3], peer.Receive());
        }
    }

    [Fact]
    public void No_payload_or_no_destination_is_no_work()
    {
        using var socket = Bind();
        using var peer = new TestPeer();

        SendSummary[] summaries =
        [
            socket.Send(new PayloadBatch(), new DestinationList([peer.Endpoint]), 0, 1),
            socket.Send(Batch(5), DestinationList.Empty, 0, 0),
        ];

        Assert.All(summaries, summary => Assert.Equal((0, 0), (summary.Sent, summary.Refused)));
        Assert.False(peer.HasMail);
    }

    [Fact]
    public void A_payload_that_is_too_long_stops_neither_those_after_it_nor_the_next_destination()
    {
        using var socket = Bind();
        using var first = new TestPeer();
        using var second = new TestPeer();
        var payloads = Batch(5, 65_508, 5, 5);

        var summary = socket.Send(payloads, new DestinationList([first.Endpoint, second.Endpoint]), 0, 2);

        Assert.Equal((6, 2), (summary.Sent, summary[SendRefusal.TooLong]));
        foreach (var i in new[] { 0, 2, 3 })
        {
            Assert.Equal(payloads[i], first.Receive());
            Assert.Equal(payloads[i], second.Receive());
        }
    }

    [Fact]
    public void Under_load_from_several_threads_every_endpoint_gets_each_threads_payloads_in_order()
    {
        using var socket = Bind();
        TestPeer[] peers = [.. Enumerable.Range(1, 5).Select(i => new TestPeer($"127.0.0.{i}"))];
        var to = new DestinationList([.. peers.Select(peer => peer.Endpoint)]);
        const int threads = 3;
        const int rounds = 60;

        // 3 × 60 × 16 = 2,880 datagrams to each peer, at 768 bytes of kernel memory each: 2.2 MB of its 4 MiB.
        Parallel.For(0, threads, thread =>
        {
            var random = new Random(thread);
            var payloads = new PayloadBatch();
            var payload = new byte[64];
            for (var number = 0; number < rounds * 16;)
            {
                payloads.Clear();
                for (var i = 0; i < 16; i++, number++)
                {
                    BitConverter.TryWriteBytes(payload, thread);
                    BitConverter.TryWriteBytes(payload.AsSpan(4), number);
                    Assert.True(payloads.TryAdd(payload.AsSpan(0, random.Next(4) == 0 ? 30 : 40)));
                }

                Assert.Equal(16 * peers.Length, socket.Send(payloads, to, 0, to.Count).Sent);
            }
        });

        foreach (var peer in peers)
        {
            var received = Enumerable.Range(0, threads * rounds * 16).Select(_ => peer.Receive()).ToLookup(
                bytes => BitConverter.ToInt32(bytes), bytes => BitConverter.ToInt32(bytes, 4));
            Assert.All(Enumerable.Range(0, threads), thread => Assert.Equal(Enumerable.Range(0, rounds * 16), received[thread]));
            peer.Dispose();
        }
    }

    /// <summary>Payloads of these lengths, each with bytes of its own.</summary>
    private static PayloadBatch Batch(params ReadOnlySpan<int> lengths)
    {
        var batch = new PayloadBatch(PayloadBatch.DefaultCapacityBytes * 4, lengths.Length);
        foreach (var length in lengths)
        {
            var payload = new byte[length];
            new Random((batch.Count * 100_000) + length).NextBytes(payload);
            Assert.True(batch.TryAdd(payload));
        }

        return batch;
    }
}
