namespace Actors.Datagrams.Tests.Contract;

public abstract partial class DatagramSocketContract
{
    public static TheoryData<int> Lengths =>
        [0, 1, 2, 15, 31, 512, 960, 1_023, 1_024, 1_472, 1_473, 2_047, 2_048, 2_049, 4_096, 8_191, 16_384, 32_768, 65_506, 65_507];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_datagram_of_any_length_arrives_whole_and_alone(int length)
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        var payload = Payload(length);
        peer.Send("before"u8, socket.LocalEndpoint);
        peer.Send(payload, socket.LocalEndpoint);
        peer.Send("after"u8, socket.LocalEndpoint);

        var received = Receive(socket, 3);

        Assert.Equal(3, received.Count);
        Assert.Equal("before"u8, received[0].Bytes);
        Assert.Equal(payload, received[1].Bytes);
        Assert.Equal("after"u8, received[2].Bytes);
        Assert.All(received, one => Assert.Equal(peer.Endpoint, one.Source));
        Assert.Equal(3, socket.Statistics.Received);
        Assert.Equal(length + 11, socket.Statistics.ReceivedBytes);
    }

    [Fact]
    public void Large_and_small_datagrams_mixed_in_a_batch_keep_their_bytes()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        int[] lengths = [10, 60_000, 0, 3_000, 2_048, 65_507, 1, 2_049, 0, 40_000, 5];
        foreach (var length in lengths)
        {
            peer.Send(Payload(length), socket.LocalEndpoint);
        }

        var received = Receive(socket, lengths.Length);

        Assert.Equal(lengths.Select(Payload), received.Select(one => one.Bytes));
    }

    [Fact]
    public void An_empty_datagram_is_a_datagram()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        peer.Send([], socket.LocalEndpoint);
        peer.Send([], socket.LocalEndpoint);

        var received = Receive(socket, 2);

        Assert.All(received, one => Assert.Empty(one.Bytes));
        Assert.All(received, one => Assert.Equal(peer.Endpoint, one.Source));
    }

    [Fact]
    public void Each_datagram_names_its_source_and_each_source_keeps_its_order()
    {
        using var socket = Bind();
        using var first = new TestPeer();
        using var second = new TestPeer("127.0.0.2");
        using var third = new TestPeer("127.255.1.3");
        TestPeer[] peers = [first, second, third];
        var pool = new DatagramPool(64);

        // 240 at a time, at 768 bytes of kernel memory each: 184 KB, which the smallest default buffer (208 KiB) holds.
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < 80; i++)
            {
                foreach (var peer in peers)
                {
                    peer.Send(BitConverter.GetBytes((round * 80) + i), socket.LocalEndpoint);
                }
            }

            var received = Receive(socket, 240, pool);
            foreach (var peer in peers)
            {
                var numbers = received.Where(one => one.Source == peer.Endpoint).Select(one => BitConverter.ToInt32(one.Bytes));
                Assert.Equal(Enumerable.Range(round * 80, 80), numbers);
            }
        }
    }

    [Fact]
    public void A_batch_takes_no_more_than_its_capacity()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        for (byte i = 0; i < 7; i++)
        {
            peer.Send([i], socket.LocalEndpoint);
        }

        var pool = new DatagramPool(64);
        var batch = new DatagramBatch(3);
        using var patience = new CancellationTokenSource(Patience);
        var counts = new List<int>();
        while (counts.Sum() < 7)
        {
            counts.Add(socket.Receive(batch, pool, () => Now, patience.Token));
            Assert.InRange(counts[^1], 1, 3);
            Assert.Equal(counts[..^1].Sum(), batch[0].Bytes[0]);
            batch.Discard();
        }

        Assert.Equal([3, 3, 1], counts);
    }

    [Fact]
    public void IPv6_is_heard_and_answered()
    {
        using var socket = Bind("::1");
        using var peer = new TestPeer("::1");
        peer.Send("six"u8, socket.LocalEndpoint);

        var (source, bytes) = Assert.Single(Receive(socket, 1));

        Assert.Equal("six"u8, bytes);
        Assert.Equal(peer.Endpoint, source);
        Assert.StartsWith("[::1]:", source.ToString(), StringComparison.Ordinal);
        Assert.True(socket.Send("back"u8, source).Sent);
        var (answer, from) = peer.ReceiveFrom();
        Assert.Equal("back"u8, answer);
        Assert.Equal(socket.LocalEndpoint, from);
    }

    [Fact]
    public void The_IPv6_wildcard_hears_both_families_and_IPv4_peers_have_IPv4_addresses()
    {
        using var socket = Bind("::");
        using var four = new TestPeer();
        using var six = new TestPeer("::1");
        var port = socket.LocalEndpoint.Port;
        four.Send("four"u8, new EndpointKey(System.Net.IPAddress.Loopback, port));
        six.Send("six"u8, new EndpointKey(System.Net.IPAddress.IPv6Loopback, port));

        var received = Receive(socket, 2);

        Assert.Equal([four.Endpoint, six.Endpoint], received.Select(one => one.Source));
        Assert.True(received[0].Source.IsIPv4);
        Assert.Equal(2, socket.Send("both"u8, [four.Endpoint, six.Endpoint]).Sent);
        Assert.Equal("both"u8, four.Receive());
        Assert.Equal("both"u8, six.Receive());
    }

    [Fact]
    public async Task With_no_free_lease_datagrams_are_dropped_and_counted_and_it_receives_on()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        var pool = new DatagramPool(2);
        var batch = new DatagramBatch(64);
        using var patience = new CancellationTokenSource(Patience);
        for (byte i = 0; i < 5; i++)
        {
            peer.Send([i], socket.LocalEndpoint);
        }

        Assert.Equal(2, socket.Receive(batch, pool, () => Now, patience.Token));
        Assert.Equal([0, 1], new[] { batch[0].Bytes[0], batch[1].Bytes[0] });
        Assert.Equal(3, socket.Statistics.DroppedPoolEmpty);
        Assert.Equal(2, socket.Statistics.Received);

        // Both leases are out: a receive meanwhile reads, drops and waits on, until one comes back.
        var kept = new[] { batch[0], batch[1] };
        batch.Release();
        var second = Task.Run(() => socket.Receive(batch, pool, () => Now, patience.Token));
        peer.Send("lost"u8, socket.LocalEndpoint);
        Assert.True(SpinWait.SpinUntil(() => socket.Statistics.DroppedPoolEmpty == 4, Patience), "The fourth drop was counted.");
        kept[0].Release();
        peer.Send("kept"u8, socket.LocalEndpoint);
        Assert.Equal(1, await second);
        Assert.True(batch[0].Bytes.SequenceEqual("kept"u8));
        batch.Discard();
        kept[1].Release();
        Assert.Equal(2, pool.Free);
    }

    [Fact]
    public void What_the_kernel_drops_is_counted()
    {
        Assert.True(OperatingSystem.IsLinux(), "This test needs Linux: other systems do not say what they drop.");
        using var socket = Bind(receiveBufferBytes: 1); // the kernel grants its least, some 2 KiB
        using var peer = new TestPeer();
        for (var i = 0; i < 200; i++)
        {
            peer.Send(Payload(1_000), socket.LocalEndpoint);
        }

        var dropped = socket.Statistics.KernelDropped;

        Assert.InRange(dropped ?? 0, 1, 200);
        var received = Receive(socket, 200 - (int)dropped!.Value);
        Assert.Equal(200, received.Count + socket.Statistics.KernelDropped);
        socket.Dispose();
        Assert.Equal(dropped, socket.Statistics.KernelDropped);
    }

    [Fact]
    public void The_receive_buffer_that_was_granted_is_reported()
    {
        using var small = Bind(receiveBufferBytes: 64 * 1024);
        using var absurd = Bind(receiveBufferBytes: int.MaxValue);

        Assert.Equal(64 * 1024, small.ReceiveBufferBytes);
        Assert.InRange(absurd.ReceiveBufferBytes, 64 * 1024, int.MaxValue - 1);
    }

    [Fact]
    public void A_batch_that_is_not_empty_is_refused()
    {
        using var socket = Bind();
        var batch = new DatagramBatch(2);
        batch.Add(ReceivedDatagram.Create(AnyPort, "x"u8, Now));

        Assert.Throws<ArgumentException>(() => socket.Receive(batch, new DatagramPool(1), () => Now));
    }
}
