using System.Net;
using System.Net.Sockets;
using Actors.Datagrams.Internal;
using Actors.Datagrams.Internal.Linux;
using Actors.Datagrams.Tests.Contract;

namespace Actors.Datagrams.Tests.Linux;

/// <summary>
/// UDP_SEGMENT with the real kernel, against receivers that know nothing of it. What refuses a segmented send here are socket options that
/// need no privilege. Needs Linux on x64 or arm64.
/// </summary>
public sealed class SegmentedSendSpecs : IDisposable
{
    private const int SolSocket = 1;
    private const int SoNoCheck = 11; // send without a checksum: then no device can cut segments, and the kernel says EINVAL
    private const int SolIPv6 = 41;
    private const int IPv6Mtu = 24; // what this socket takes for the MTU, 1,280 or more: a longer segment is refused by EMSGSIZE or EINVAL

    private readonly List<IDisposable> _open = [];

    public void Dispose() => _open.ForEach(one => one.Dispose());

    [Theory]
    [InlineData(new[] { 10, 10, 12, 10, 0, 10 }, 2)] // 10+10 · 12+10 · 0 · 10
    [InlineData(new[] { 10, 10, 10, 10 }, 1)]
    [InlineData(new[] { 10, 10, 4, 10, 10 }, 2)] // the shorter one ends the run
    [InlineData(new[] { 10, 4, 4, 4 }, 2)] // 10+4 · 4+4
    [InlineData(new[] { 4, 10 }, 0)] // a longer one begins another
    [InlineData(new[] { 0, 0, 0 }, 0)] // never a run
    [InlineData(new[] { 10, 0, 10, 10 }, 1)]
    [InlineData(new[] { 1 }, 0)]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 20_000, 20_000, 20_000, 20_000 }, 1)] // 3 × 20,000 = 60,000; a fourth would pass 65,507
    [InlineData(new[] { 32_753, 32_753 }, 1)] // 65,506
    [InlineData(new[] { 32_753, 32_753, 1 }, 1)] // 65,507: the most
    [InlineData(new[] { 32_754, 32_754 }, 0)] // 65,508: too much
    [InlineData(new[] { 65_507, 65_507 }, 0)]
    public void Runs_of_one_length_leave_as_one_send_and_arrive_as_separate_datagrams(int[] lengths, int segmentedSends)
    {
        var socket = Bind();
        var peer = Peer();

        Assert.Equal(lengths.Length, Send(socket, lengths, peer));

        AssertArrived(lengths, peer);
        Assert.Equal((segmentedSends, 0L), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks));
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 1)] // 64 and one alone
    [InlineData(66, 2)]
    [InlineData(129, 2)]
    public void A_run_has_at_most_64_segments(int payloads, int segmentedSends)
    {
        var socket = Bind();
        var peer = Peer();
        int[] lengths = [.. Enumerable.Repeat(7, payloads)];

        Assert.Equal(payloads, Send(socket, lengths, peer));

        AssertArrived(lengths, peer);
        Assert.Equal(segmentedSends, socket.Statistics.SegmentedSends);
    }

    [Fact]
    public void Over_IPv6_a_run_is_20_bytes_shorter()
    {
        var socket = Bind("::1");
        var peer = Peer("::1");
        int[] lengths = [32_743, 32_743, 1, 32_744, 32_743]; // 65,487 · 65,487

        Assert.Equal(lengths.Length, Send(socket, lengths, peer));

        AssertArrived(lengths, peer);
        Assert.Equal((2L, 0L), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks));
    }

    [Fact]
    public void A_small_send_buffer_makes_shorter_runs_and_refuses_none()
    {
        var socket = Bind(options: new DatagramSocketOptions { SendBufferBytes = 1 }); // the kernel makes it 4,608
        var peer = Peer();
        int[] lengths = [.. Enumerable.Repeat(1_000, 20)];

        Assert.Equal(20, Send(socket, lengths, peer));

        AssertArrived(lengths, peer);
        Assert.Equal((5L, 0L), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks)); // of four
    }

    [Fact]
    public void A_socket_whose_segments_are_refused_sends_singly_in_order_and_tries_no_route_twice()
    {
        var socket = Bind();
        Set(socket, SolSocket, SoNoCheck, 1);
        var first = Peer();
        var second = Peer("127.0.0.2");
        int[] lengths = [10, 10, 12, 10, 0, 10];

        Assert.Equal(12, Send(socket, lengths, first, second));

        AssertArrived(lengths, first);
        AssertArrived(lengths, second);
        var learned = socket.Statistics.SegmentationFallbacks;
        Assert.InRange(learned, 2, 4); // for each route once, or once for each of the two runs that were on their way already

        Assert.Equal(12, Send(socket, lengths, first, second));

        AssertArrived(lengths, first);
        AssertArrived(lengths, second);
        Assert.Equal((0L, learned), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks));
    }

    [Fact]
    public void A_segment_that_is_too_long_for_its_route_stops_neither_shorter_ones_nor_other_routes()
    {
        var socket = Bind("::");
        Set(socket, SolIPv6, IPv6Mtu, 1_280); // holds for IPv6, and not for IPv4 on the same socket
        var six = Peer("::1");
        var four = Peer();
        int[] lengths = [1_300, 1_300, 600, 600, 600, 1_300, 1_000]; // runs: 1,300 1,300 600 · 600 600 · 1,300 1,000

        Assert.Equal(14, Send(socket, lengths, six, four));
        AssertArrived(lengths, six);
        AssertArrived(lengths, four);
        Assert.Equal((1L + 3, 2L), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks));

        Assert.Equal(14, Send(socket, lengths, six, four));
        AssertArrived(lengths, six);
        AssertArrived(lengths, four);
        Assert.Equal((2L * (1 + 3), 2L), (socket.Statistics.SegmentedSends, socket.Statistics.SegmentationFallbacks));
    }

    private IDatagramSocket Bind(string address = "127.0.0.1", DatagramSocketOptions? options = null)
    {
        options = (options ?? new DatagramSocketOptions()) with { Path = DatagramPath.LinuxBatched };
        var socket = DatagramSocket.Bind(new EndpointKey(IPAddress.Parse(address), 0), options);
        _open.Add(socket);
        return socket;
    }

    private TestPeer Peer(string address = "127.0.0.1")
    {
        var peer = new TestPeer(address);
        _open.Add(peer);
        return peer;
    }

    private static int Send(IDatagramSocket socket, int[] lengths, params TestPeer[] peers)
    {
        var summary = socket.Send(
            Batch(lengths), new DestinationList([.. peers.Select(peer => peer.Endpoint)]), 0, peers.Length);
        Assert.Equal(0, summary.Refused);
        return summary.Sent;
    }

    private static void AssertArrived(int[] lengths, TestPeer peer)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.Equal(Payload(i, lengths[i]), peer.Receive());
        }

        Assert.False(peer.HasMail, "Nothing comes twice.");
    }

    private static PayloadBatch Batch(int[] lengths)
    {
        var batch = new PayloadBatch(lengths.Sum(), Math.Max(1, lengths.Length));
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.True(batch.TryAdd(Payload(i, lengths[i])));
        }

        return batch;
    }

    private static byte[] Payload(int index, int length)
    {
        var bytes = new byte[length];
        new Random((index * 100_000) + length).NextBytes(bytes);
        return bytes;
    }

    private static void Set(IDatagramSocket socket, int level, int option, int value) =>
        Assert.IsType<LinuxDatagramSocket>(socket).Socket.SetRawSocketOption(level, option, BitConverter.GetBytes(value));
}
