using System.Net;
using Actors.Datagrams.Internal;
using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams.Tests.Linux;

/// <summary>What sending to many does when the kernel refuses: every refusal that there is, wherever it comes.</summary>
public sealed class ManySenderSpecs
{
    private const int MostBytes = 65_507;

    [Theory]
    [InlineData(SendRefusal.WouldBlock)]
    [InlineData(SendRefusal.NoBuffers)]
    [InlineData(SendRefusal.TooLong)]
    [InlineData(SendRefusal.Unreachable)]
    [InlineData(SendRefusal.InvalidDestination)]
    [InlineData(SendRefusal.Denied)]
    [InlineData(SendRefusal.Closed)]
    [InlineData(SendRefusal.Other)]
    public void A_refusal_is_its_destinations_matter_and_no_fallback(SendRefusal refusal)
    {
        var refused = Peer(2);
        var kernel = new FakeKernel(false, (to, _, _) => to == refused ? refusal : SendRefusal.None);
        var sender = Sender(kernel);
        var to = new DestinationList([refused, Peer(0), refused, Peer(1), refused]);

        var outcome = sender.Send(Batch(5, 5, 5, 9, 0), to, 0, 5);

        Assert.Equal((10, 15), (outcome.Summary.Sent, outcome.Summary[refusal]));
        Assert.Equal(0, outcome.SegmentationFallbacks);
        Assert.Equal([5, 5, 5, 9, 0], kernel.Received[Peer(0)].Select(bytes => bytes.Length));
        Assert.Equal([5, 5, 5, 9, 0], kernel.Received[Peer(1)].Select(bytes => bytes.Length));
    }

    [Theory]
    [InlineData(SendRefusal.TooLong)] // EMSGSIZE
    [InlineData(SendRefusal.InvalidDestination)] // EINVAL
    [InlineData(SendRefusal.Other)] // EIO
    public void A_route_that_refuses_segments_is_asked_once(SendRefusal refusal)
    {
        var kernel = new FakeKernel(false, (to, _, segment) => to == Peer(0) && segment > 0 ? refusal : SendRefusal.None);
        var sender = Sender(kernel);
        var to = new DestinationList([Peer(0), Peer(1)]);

        for (var round = 1; round <= 3; round++)
        {
            var outcome = sender.Send(Batch(5, 5, 5, 3), to, 0, 2);

            Assert.Equal((8, 0, 1), (outcome.Summary.Sent, outcome.Summary.Refused, outcome.SegmentedSends));
            Assert.Equal(round == 1 ? 1 : 0, outcome.SegmentationFallbacks);
            Assert.Equal(1, kernel.Refusals);
        }

        Assert.Equal(kernel.Received[Peer(0)], kernel.Received[Peer(1)]);
    }

    [Fact]
    public void A_full_buffer_is_waited_for_and_then_refused()
    {
        var full = 0;
        var kernel = new FakeKernel(false, (_, _, _) => full-- > 0 ? SendRefusal.WouldBlock : SendRefusal.None);
        var sender = Sender(kernel);
        var to = new DestinationList([Peer(0), Peer(1)]);

        (full, kernel.Patience) = (3, 3);
        Assert.Equal(4, sender.Send(Batch(5, 5), to, 0, 2).Summary.Sent);

        (full, kernel.Patience) = (3, 2);
        var outcome = sender.Send(Batch(5, 5), to, 0, 2);
        Assert.Equal((2, 2), (outcome.Summary.Sent, outcome.Summary[SendRefusal.WouldBlock]));
    }

    [Fact]
    public void A_kernel_that_cannot_segment_is_not_asked_to()
    {
        var kernel = new FakeKernel(false, (_, _, segment) => segment > 0 ? throw new InvalidOperationException() : SendRefusal.None);
        var sender = new ManySender(new Reach(false, false), mostBytesTogether: 0, kernel);

        var outcome = sender.Send(Batch(5, 5, 5), new DestinationList([Peer(0)]), 0, 1);

        Assert.Equal((3, 0), (outcome.Summary.Sent, outcome.SegmentedSends));
    }

    [Fact]
    public void What_an_exception_left_unsent_is_not_sent_by_the_next_call()
    {
        var isBroken = true;
        var kernel = new FakeKernel(false, (_, _, _) => isBroken ? throw new InvalidOperationException("a bug") : SendRefusal.None);
        var sender = Sender(kernel);
        EndpointKey[] peers = [Peer(0), Peer(1)];

        Assert.Throws<InvalidOperationException>(() => sender.Send(Batch(5, 5), new DestinationList(peers), 0, 2));
        Assert.Throws<InvalidOperationException>(() => sender.Send("lost"u8, peers, default));
        isBroken = false;
        sender.Send("one"u8, [Peer(2)], default);
        sender.Send(Batch(4), new DestinationList([Peer(2)]), 0, 1);

        Assert.Equal([3, 4], Assert.Single(kernel.Received).Value.Select(bytes => bytes.Length));
    }

    [Fact]
    public void A_system_call_takes_1024_messages_all_of_one_destination_before_the_next()
    {
        var order = new List<EndpointKey>();
        var kernel = new FakeKernel(false, (to, _, _) =>
        {
            order.Add(to);
            return SendRefusal.None;
        });
        EndpointKey[] peers = [.. Enumerable.Range(0, 1_000).Select(Peer)];

        var outcome = Sender(kernel).Send(Batch(5, 5, 7), new DestinationList(peers), 0, peers.Length); // runs: 5 5 · 7

        Assert.Equal(3_000, outcome.Summary.Sent);
        Assert.Equal(2, kernel.Calls); // 2,000 messages
        Assert.Equal(peers.SelectMany(peer => new[] { peer, peer }), order);
    }

    /// <summary>
    /// Random batches, destinations and refusals: what is taken of a destination's payloads is taken in order, once, unchanged, and what
    /// was sent and what was refused are together what was asked for.
    /// </summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Whatever_is_refused_order_and_counts_hold(int seed, bool isIPv6)
    {
        var random = new Random(seed);
        var refusals = Enum.GetValues<SendRefusal>();
        var odds = 0;
        var kernel = new FakeKernel(isIPv6, (to, _, segment) =>
            (to.Port % 3 == 0 && segment > 20) || random.Next(100) < odds ? refusals[random.Next(1, refusals.Length)] : SendRefusal.None);
        var sender = new ManySender(new Reach(isIPv6, isIPv6), MostBytes, kernel);
        for (var round = 0; round < 100; round++)
        {
            odds = round % 2 == 0 ? 0 : 10;
            kernel.Received.Clear();
            kernel.Most = random.Next(1, 200);
            kernel.Patience = random.Next(10);
            var payloads = Batch([.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.Next(4) * 10)]);
            EndpointKey[] peers = [.. Enumerable.Range(0, random.Next(1, 60)).Select(Peer)];

            var outcome = sender.Send(payloads, new DestinationList(peers), 0, peers.Length);

            var sent = kernel.Received.Values.Sum(received => received.Count);
            Assert.Equal((sent, (peers.Length * payloads.Count) - sent), (outcome.Summary.Sent, outcome.Summary.Refused));
            foreach (var received in kernel.Received.Values)
            {
                AssertInOrder(payloads, received);
            }
        }
    }

    private static ManySender Sender(FakeKernel kernel) => new(new Reach(IsIPv6: false, DualMode: false), MostBytes, kernel);

    /// <summary>Each has an address of its own, as a route has.</summary>
    private static EndpointKey Peer(int number) => new(new IPAddress([10, 0, (byte)(number >> 8), (byte)number]), 1_000 + number);

    /// <summary>Payloads of these lengths, each but the empty ones with its number in all its bytes.</summary>
    private static PayloadBatch Batch(params int[] lengths)
    {
        var batch = new PayloadBatch(MostBytes, lengths.Length);
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.True(batch.TryAdd(Enumerable.Repeat((byte)i, lengths[i]).ToArray()));
        }

        return batch;
    }

    private static void AssertInOrder(PayloadBatch payloads, List<byte[]> received)
    {
        var next = 0;
        foreach (var bytes in received)
        {
            while (next < payloads.Count && !payloads[next].SequenceEqual(bytes))
            {
                next++;
            }

            Assert.True(next < payloads.Count, "A datagram came that was not sent, or out of order, or twice.");
            next++;
        }
    }
}
