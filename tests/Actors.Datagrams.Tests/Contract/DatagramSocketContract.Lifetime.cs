using System.Diagnostics;
using System.Net.Sockets;

namespace Actors.Datagrams.Tests.Contract;

public abstract partial class DatagramSocketContract
{
    /// <summary>The promise is far under 100 ms; a busy machine gets room to spare.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    [Fact]
    public void Port_0_takes_a_free_port_and_names_it()
    {
        using var socket = Bind();

        Assert.InRange(socket.LocalEndpoint.Port, 1, 65_535);
        Assert.Equal("127.0.0.1", socket.LocalEndpoint.Address.ToString());
    }

    [Fact]
    public void A_port_that_is_taken_is_refused()
    {
        using var socket = Bind();

        var refusal = Assert.Throws<SocketException>(() => Bind(socket.LocalEndpoint));

        Assert.Equal(SocketError.AddressAlreadyInUse, refusal.SocketErrorCode);
    }

    [Theory]
    [InlineData("192.0.2.1")] // TEST-NET-1 (RFC 5737): nobody's
    [InlineData("2001:db8::1")]
    public void An_address_that_is_not_ours_is_refused(string address)
    {
        var refusal = Assert.Throws<SocketException>(() => Bind(address));

        Assert.Equal(SocketError.AddressNotAvailable, refusal.SocketErrorCode);
    }

    [Fact]
    public void Closing_ends_a_receive_that_waits_and_frees_the_port()
    {
        var socket = Bind();
        var receiving = StartReceiving(socket, out var received);
        Assert.False(receiving.Join(TimeSpan.FromMilliseconds(20)), "With nothing to receive, it waits.");

        var took = Stopwatch.StartNew();
        socket.Dispose();
        Assert.True(receiving.Join(Prompt), "The receive ended.");

        Assert.True(took.Elapsed < Prompt, $"Closing took {took.ElapsedMilliseconds} ms.");
        Assert.Empty(received);
        using var again = Bind(socket.LocalEndpoint);
    }

    [Fact]
    public void Closing_under_load_ends_promptly_and_loses_no_lease()
    {
        using var peer = new TestPeer();
        for (var round = 0; round < 5; round++)
        {
            var socket = Bind();
            var pool = new DatagramPool(32);
            var receiving = StartReceiving(socket, out var received, pool);
            using var stop = new CancellationTokenSource();
            var sending = new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    peer.Send("load"u8, socket.LocalEndpoint);
                }
            });
            sending.Start();
            Assert.True(SpinWait.SpinUntil(() => socket.Statistics.Received > 100, Patience), "The load arrives.");

            socket.Dispose();

            Assert.True(receiving.Join(Prompt), "The receive ended.");
            stop.Cancel();
            sending.Join();
            Assert.Equal(pool.Capacity, pool.Free);
            Assert.Equal(received.Count, socket.Statistics.Received);
            using var again = Bind(socket.LocalEndpoint);
        }
    }

    [Fact]
    public void A_stop_ends_the_wait_and_leaves_the_socket_open()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        using var stop = new CancellationTokenSource();
        var receiving = StartReceiving(socket, out _, stop: stop.Token);
        Assert.False(receiving.Join(TimeSpan.FromMilliseconds(20)), "With nothing to receive, it waits.");

        stop.Cancel();
        Assert.True(receiving.Join(Prompt), "The wait ended.");

        peer.Send("open"u8, socket.LocalEndpoint);
        Assert.Equal("open"u8, Assert.Single(Receive(socket, 1)).Bytes);
    }

    [Fact]
    public void A_second_receiver_waits_its_turn()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        using var stop = new CancellationTokenSource();
        var first = StartReceiving(socket, out var byFirst, stop: stop.Token);
        peer.Send("one"u8, socket.LocalEndpoint);
        Assert.True(SpinWait.SpinUntil(() => socket.Statistics.Received == 1, Patience), "The first receives.");
        var second = StartReceiving(socket, out var bySecond);

        stop.Cancel();
        Assert.True(first.Join(Prompt), "The first ended.");
        peer.Send("two"u8, socket.LocalEndpoint);
        Assert.True(SpinWait.SpinUntil(() => socket.Statistics.Received == 2, Patience), "The second receives.");
        socket.Dispose();
        Assert.True(second.Join(Prompt), "The second ended.");

        Assert.Equal("onetwo"u8, byFirst.Concat(bySecond).SelectMany(bytes => bytes).ToArray());
    }

    [Fact]
    public void A_closed_socket_refuses_quietly()
    {
        var socket = Bind();
        using var peer = new TestPeer();
        socket.Dispose();
        socket.Dispose();

        Assert.Equal(SendRefusal.Closed, socket.Send("x"u8, peer.Endpoint).Refusal);
        Assert.Equal(2, socket.Send("x"u8, [peer.Endpoint, peer.Endpoint])[SendRefusal.Closed]);
        Assert.Equal(6, socket.Send(Batch(1, 1, 0), new DestinationList([peer.Endpoint, AnyPort]), 0, 2)[SendRefusal.Closed]);
        Assert.Equal(0, socket.Receive(new DatagramBatch(1), new DatagramPool(1), () => Now));
        Assert.Equal(9, socket.Statistics.RefusedClosed);
        Assert.False(peer.HasMail);
    }

    [Fact]
    public async Task Closing_while_others_send_disturbs_nobody()
    {
        using var peer = new TestPeer();
        var to = new DestinationList([peer.Endpoint, peer.Endpoint]);
        var payloads = Batch(5, 5, 5, 1);
        for (var round = 0; round < 10; round++)
        {
            var socket = Bind();
            var sending = new[]
            {
                Task.Run(() => SendUntilClosed(() => socket.Send("x"u8, peer.Endpoint).Refusal)),
                Task.Run(() => SendUntilClosed(() =>
                    socket.Send("x"u8, [peer.Endpoint, peer.Endpoint])[SendRefusal.Closed] > 0 ? SendRefusal.Closed : SendRefusal.None)),
                Task.Run(() => SendUntilClosed(() =>
                    socket.Send(payloads, to, 0, 2)[SendRefusal.Closed] > 0 ? SendRefusal.Closed : SendRefusal.None)),
            };
            Assert.True(SpinWait.SpinUntil(() => socket.Statistics.Sent > 50, Patience), "All send.");

            socket.Dispose();

            await Task.WhenAll(sending).WaitAsync(Patience); // both noticed
        }
    }

    [Fact]
    public void Receiving_and_sending_in_steady_state_allocate_nothing()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        var pool = new DatagramPool(8);
        var batch = new DatagramBatch(8);
        var to = peer.Endpoint;
        Func<DateTimeOffset> clock = () => Now;
        var payloads = Batch(20, 20, 20, 7);
        var list = new DestinationList([to, to, AnyPort]);

        // What is allocated for each is allocated in every round; a collection that other tests cause shifts the count of some.
        var least = long.MaxValue;
        for (var round = 0; round < 8; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                peer.Send("steady"u8, socket.LocalEndpoint);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var left = 100; left > 0;)
            {
                left -= RoundTrip(socket, batch, pool, clock, to);
                socket.Send(payloads, list, 0, list.Count);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

#if DEBUG
        Assert.InRange(least, 0, 100 * 150); // Debug leases are used once, so that misuse is found
#else
        Assert.Equal(0, least);
#endif
    }

    private static int RoundTrip(IDatagramSocket socket, DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, EndpointKey to)
    {
        var count = socket.Receive(batch, pool, clock);
        for (var i = 0; i < count; i++)
        {
            socket.Send(batch[i].Bytes, to);
            socket.Send(batch[i].Bytes, new ReadOnlySpan<EndpointKey>(in to));
        }

        batch.Discard();
        return count;
    }

    private static void SendUntilClosed(Func<SendRefusal> send)
    {
        var started = Stopwatch.StartNew();
        while (send() != SendRefusal.Closed)
        {
            Assert.True(started.Elapsed < Patience, "The closing was noticed.");
        }
    }

    /// <summary>A thread that receives until the socket closes or it is told to stop.</summary>
    private static Thread StartReceiving(
        IDatagramSocket socket, out List<byte[]> received, DatagramPool? pool = null, CancellationToken stop = default)
    {
        var into = new List<byte[]>();
        received = into;
        pool ??= new DatagramPool(8);
        var batch = new DatagramBatch(8);
        var thread = new Thread(() =>
        {
            while (socket.Receive(batch, pool, () => Now, stop) > 0)
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    into.Add(batch[i].Bytes.ToArray());
                }

                batch.Discard();
            }
        });
        thread.Start();
        return thread;
    }
}
