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
