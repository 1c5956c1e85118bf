using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Actors.Datagrams.Tests.Contract;

/// <summary>What the receive loop must do on every path of a datagram socket. One subclass per path.</summary>
public abstract class UdpReceiveLoopContract : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly IDatagramSocket _socket;
    private readonly DatagramPool _pool = new(64);
    private readonly TestPeer _peer = new();
    private readonly BlockingCollection<DatagramBatch> _delivered = [];

    protected UdpReceiveLoopContract(DatagramPath path)
    {
        // 16 KiB: small enough to overflow when a test floods it, large enough for all others.
        var options = new DatagramSocketOptions { Path = path, ReceiveBufferBytes = 16 * 1024 };
        _socket = DatagramSocket.Bind(new EndpointKey(IPAddress.Loopback, 0), options);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _peer.Dispose();
        _delivered.Dispose();
    }

    [Fact]
    public void What_is_received_is_delivered_in_order_with_its_time()
    {
        using var loop = Start(Keep);
        for (byte i = 0; i < 30; i++)
        {
            _peer.Send([i], _socket.LocalEndpoint);
        }

        var numbers = new List<byte>();
        while (numbers.Count < 30)
        {
            var batch = Take();
            for (var i = 0; i < batch.Count; i++)
            {
                Assert.Equal((_peer.Endpoint, Now), (batch[i].Source, batch[i].ReceivedAt));
                numbers.Add(batch[i].Bytes[0]);
            }

            batch.Discard();
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(i => (byte)i), numbers);
        Assert.Equal(_pool.Capacity, _pool.Free);
    }

    [Fact]
    public void Disposing_ends_the_thread_promptly_and_leaves_the_socket_to_the_next_loop()
    {
        var first = Start(Keep);
        Assert.True(first.IsRunning);
        var took = Stopwatch.StartNew();
        first.Dispose();
        Assert.False(first.IsRunning);
        Assert.True(took.Elapsed < TimeSpan.FromSeconds(1), $"Disposing took {took.ElapsedMilliseconds} ms.");

        using var second = Start(Keep);
        _peer.Send("again"u8, _socket.LocalEndpoint);

        var batch = Take();
        Assert.True(batch[0].Bytes.SequenceEqual("again"u8));
        batch.Discard();
    }

    [Fact]
    public void Closing_the_socket_ends_the_thread()
    {
        using var loop = Start(Keep);

        _socket.Dispose();

        Assert.True(SpinWait.SpinUntil(() => !loop.IsRunning, Patience), "The thread ended.");
        Assert.Equal(0, loop.Failures);
    }

    [Fact]
    public void While_the_receiver_keeps_every_batch_what_comes_waits_in_the_kernel_and_nothing_is_lost()
    {
        using var loop = Start(Keep, batches: 2, batchCapacity: 1);
        for (byte i = 0; i < 6; i++)
        {
            _peer.Send([i], _socket.LocalEndpoint);
        }

        Assert.True(SpinWait.SpinUntil(() => loop.BatchesDelivered == 2, Patience), "Two are out.");
        Assert.False(SpinWait.SpinUntil(() => loop.BatchesDelivered > 2, TimeSpan.FromMilliseconds(60)), "There are no more than two.");
        Assert.Equal((0, 62), (loop.BatchesFree, _pool.Free));
        Assert.True(loop.IsRunning);

        for (byte i = 0; i < 6; i++)
        {
            var batch = Take();
            Assert.Equal(i, batch[0].Bytes[0]);
            batch.Discard();
        }

        Assert.Equal(0, loop.Dropped);
        Assert.Equal(_pool.Capacity, _pool.Free);
    }

    [Fact]
    public void Disposing_ends_the_wait_for_a_batch_promptly()
    {
        var loop = Start(Keep, batches: 1);
        _peer.Send("one"u8, _socket.LocalEndpoint);
        var kept = Take();

        var took = Stopwatch.StartNew();
        loop.Dispose();

        Assert.False(loop.IsRunning);
        Assert.True(took.Elapsed < TimeSpan.FromSeconds(1), $"Disposing took {took.ElapsedMilliseconds} ms.");
        kept.Discard();
        Assert.Equal((1, _pool.Capacity), (loop.BatchesFree, _pool.Free));
    }

    [Fact]
    public void Disposing_under_load_ends_promptly_and_loses_no_lease()
    {
        using var stop = new CancellationTokenSource();
        var flood = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _peer.Send("load"u8, _socket.LocalEndpoint);
            }
        });
        flood.Start();
        for (var round = 0; round < 5; round++)
        {
            var delivered = 0;
            var loop = Start(batch =>
            {
                Volatile.Write(ref delivered, delivered + batch.Count);
                batch.Discard();
            });
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref delivered) > 100, Patience), "The load arrives.");

            var took = Stopwatch.StartNew();
            loop.Dispose();

            Assert.False(loop.IsRunning);
            Assert.True(took.Elapsed < TimeSpan.FromSeconds(1), $"Disposing took {took.ElapsedMilliseconds} ms.");
            Assert.Equal((0L, 0L), (loop.Failures, loop.Dropped));
            Assert.Equal(_pool.Capacity, _pool.Free);
        }

        stop.Cancel();
        flood.Join();
    }

    [Fact]
    public void A_receiver_that_releases_a_batch_and_then_throws_ends_nothing()
    {
        using var loop = Start(batch =>
        {
            var isBad = batch[0].Bytes.SequenceEqual("bad"u8);
            if (isBad)
            {
                batch.Discard();
                throw new FormatException("the receiver's fault");
            }

            Keep(batch);
        });

        _peer.Send("bad"u8, _socket.LocalEndpoint);
        Assert.True(SpinWait.SpinUntil(() => loop.Failures > 0, Patience), "It was reported.");
        _peer.Send("good"u8, _socket.LocalEndpoint);
        Take().Discard();

        Assert.InRange(loop.Failures, 1, 2); // Debug builds also report that it was released twice
        Assert.Equal(_pool.Capacity, _pool.Free);
    }

    [Fact]
    public void A_receiver_that_throws_is_reported_and_the_loop_goes_on()
    {
        var failures = new ConcurrentQueue<Exception>();
        using var loop = Start(
            batch =>
            {
                if (batch[0].Bytes.SequenceEqual("bad"u8))
                {
                    throw new FormatException("the receiver's fault");
                }

                Keep(batch);
            },
            failed: e =>
            {
                failures.Enqueue(e);
                throw new NotSupportedException("the handler's fault");
            });

        for (var round = 1; round <= 3; round++)
        {
            _peer.Send("bad"u8, _socket.LocalEndpoint);
            Assert.True(SpinWait.SpinUntil(() => loop.Dropped == round, Patience), "It was reported and dropped.");
            _peer.Send("good"u8, _socket.LocalEndpoint);
            Take().Discard();
        }

        Assert.Equal(6, loop.Failures); // the receiver's, and the handler's
        Assert.All(failures, e => Assert.IsType<FormatException>(e));
        Assert.True(loop.IsRunning);
        Assert.Equal(_pool.Capacity, _pool.Free);
    }

    [Fact]
    public void A_socket_that_throws_is_reported_and_the_loop_goes_on()
    {
        var broken = new ThrowingSocket(throws: 5);
        using var reported = new CountdownEvent(5);
        using var loop = new UdpReceiveLoop(broken, _pool, Keep, () => Now, "throwing");
        loop.Failed += _ => reported.Signal();
        loop.Start();

        Assert.True(reported.Wait(Patience), "Five failures were reported.");
        var batch = Take();

        Assert.True(batch[0].Bytes.SequenceEqual("alive"u8));
        Assert.Equal(5, loop.Failures);
        batch.Discard();
    }

    [Fact]
    public void Disposing_from_the_receiver_itself_does_not_wait_for_itself()
    {
        UdpReceiveLoop? loop = null;
        loop = new UdpReceiveLoop(
            _socket,
            _pool,
            batch =>
            {
                batch.Discard();
                loop!.Dispose();
            },
            () => Now,
            "self");
        loop.Start();
        _peer.Send("end"u8, _socket.LocalEndpoint);

        Assert.True(SpinWait.SpinUntil(() => !loop.IsRunning, Patience), "The thread ended.");
        Assert.Equal(0, loop.Failures);
    }

    [Fact]
    public void A_loop_is_started_once_and_not_after_its_end()
    {
        using var loop = Start(Keep);
        Assert.Throws<InvalidOperationException>(loop.Start);

        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(loop.Start);
    }

    [Fact]
    public void A_batch_that_comes_back_after_the_end_is_taken()
    {
        var loop = Start(Keep);
        _peer.Send("late"u8, _socket.LocalEndpoint);
        var batch = Take();

        loop.Dispose();
        batch.Discard();

        Assert.Equal(_pool.Capacity, _pool.Free);
    }

    [Fact]
    public void Under_a_flood_every_datagram_is_delivered_or_counted()
    {
        Assert.True(OperatingSystem.IsLinux(), "This test needs Linux: other systems do not say what they drop.");
        const int sent = 20_000;
        long delivered = 0;
        using var loop = Start(
            batch =>
            {
                Interlocked.Add(ref delivered, batch.Count);
                Keep(batch);
            },
            batches: 3,
            batchCapacity: 16);
        var flood = new Thread(() =>
        {
            for (var i = 0; i < sent; i++)
            {
                _peer.Send("flood"u8, _socket.LocalEndpoint);
            }
        });
        flood.Start();

        // A receiver slower than the flood: it returns a batch only when it has three, or when no more come.
        var held = new List<DatagramBatch>();
        var waited = Stopwatch.StartNew();
        while (flood.IsAlive || Interlocked.Read(ref delivered) + _socket.Statistics.KernelDropped < sent)
        {
            Assert.True(waited.Elapsed < Patience, $"Of {sent} sent: {_socket.Statistics}, delivered {delivered}.");
            var came = _delivered.TryTake(out var batch, millisecondsTimeout: 10);
            if (came)
            {
                held.Add(batch!);
            }

            if (held.Count == 3 || !came)
            {
                held.ForEach(one => one.Discard());
                held.Clear();
            }
        }

        Assert.InRange(_socket.Statistics.KernelDropped ?? 0, 1, sent);
        Assert.Equal(sent, delivered + _socket.Statistics.KernelDropped);
        Assert.Equal((delivered, 0L, 0L), (_socket.Statistics.Received, _socket.Statistics.DroppedPoolEmpty, loop.Dropped));
    }

    private UdpReceiveLoop Start(
        Action<DatagramBatch> deliver,
        Action<Exception>? failed = null,
        int batches = UdpReceiveLoop.DefaultBatches,
        int batchCapacity = UdpReceiveLoop.DefaultBatchCapacity)
    {
        var loop = new UdpReceiveLoop(_socket, _pool, deliver, () => Now, "under test", batches, batchCapacity);
        loop.Failed += failed;
        loop.Start();
        return loop;
    }

    private void Keep(DatagramBatch batch) => _delivered.Add(batch);

    private DatagramBatch Take()
    {
        Assert.True(_delivered.TryTake(out var batch, Patience), "A batch was delivered.");
        return batch;
    }

    /// <summary>A socket with a bug: it throws some times, then receives one datagram, then is closed.</summary>
    private sealed class ThrowingSocket(int throws) : IDatagramSocket
    {
        private int _calls;

        public EndpointKey LocalEndpoint => default;

        public DatagramPath Path => DatagramPath.Portable;

        public int ReceiveBufferBytes => 0;

        public DatagramSocketStatistics Statistics => new();

        public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
        {
            _calls++;
            if (_calls > throws + 1)
            {
                return 0;
            }

            Assert.True(pool.TryRent(out var datagram));
            datagram.Fill(default, "alive"u8, clock());
            batch.Add(datagram);
            return _calls <= throws ? throw new InvalidCastException("a bug") : batch.Count;
        }

        public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to) => new(SendRefusal.Other);

        public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to) => default;

        public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals) => default;

        public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count) => default;

        public void Dispose()
        {
        }
    }
}
