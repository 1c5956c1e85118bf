using System.Net.Sockets;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// Many datagrams per system call. The socket is blocking, so that under load and in a ping-pong alike a batch costs one <c>recvmmsg</c>; a
/// receive timeout (SO_RCVTIMEO) lets it look up from its wait, and closing shuts the socket, which wakes it at once. Sends never block.
/// </summary>
internal sealed unsafe class LinuxDatagramSocket : IDatagramSocket
{
    private readonly BoundSocket _bound;
    private readonly SafeSocketHandle _handle;
    private readonly Lock _receiveGate = new();
    private readonly Lock _sendGate = new();
    private readonly int _mostBytesTogether;
    private ManySender? _many;

    public LinuxDatagramSocket(BoundSocket bound)
    {
        _bound = bound;
        _handle = bound.Socket.SafeHandle;
        _mostBytesTogether = Segmentation.MostBytes(bound.Socket);
        bound.Socket.ReceiveTimeout = (int)BoundSocket.StopNoticed.TotalMilliseconds;
    }

    public EndpointKey LocalEndpoint => _bound.LocalEndpoint;

    public DatagramPath Path => DatagramPath.LinuxBatched;

    public int ReceiveBufferBytes => _bound.ReceiveBufferBytes;

    public DatagramSocketStatistics Statistics => _bound.Statistics;

    /// <summary>For tests, which set what no option of ours does.</summary>
    internal Socket Socket => _bound.Socket;

    /// <summary>Made when first needed: many sockets only send. A test puts one of smaller slots.</summary>
    internal ReceiveRing Receiving
    {
        get => field ??= new ReceiveRing();
        set;
    }

    public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
    {
        if (batch.Count != 0)
        {
            throw new ArgumentException("A batch is received into when it is empty.", nameof(batch));
        }

        lock (_receiveGate)
        {
            var ring = Receiving;
            while (!_bound.IsClosed && !stop.IsCancellationRequested)
            {
                if (!WaitAndReceive(ring, Math.Min(batch.Capacity, ReceiveRing.Slots), out var received, out var error))
                {
                    Account(error);
                }
                else if (Take(ring, received, batch, pool, clock()) > 0)
                {
                    return batch.Count;
                }
            }

            return 0;
        }
    }

    public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to)
    {
        if (!_bound.IsClosed && !_bound.Reach.Includes(to))
        {
            return _bound.Counters.Sent(SendRefusal.InvalidDestination);
        }

        Span<byte> address = stackalloc byte[NativeAddress.IPv6Size];
        var addressLength = LinuxAddress.Size(_bound.IsIPv6);
        LinuxAddress.Prepare(address, _bound.IsIPv6);
        LinuxAddress.Write(to, address, _bound.IsIPv6);
        var budget = BoundSocket.SendWait;
        fixed (byte* start = payload)
        fixed (byte* destination = address)
        {
            SendRefusal refusal;
            while (!TrySend(start, payload.Length, destination, addressLength, out refusal) && ShallRetry(refusal, ref budget))
            {
            }

            return _bound.Counters.Sent(refusal);
        }
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to) => SendMany(payload, to, default);

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        BoundSocket.ThrowUnlessOneForEach(to, refusals);
        return SendMany(payload, to, refusals);
    }

    public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count)
    {
        lock (_sendGate)
        {
            return _bound.IsClosed
                ? _bound.Counters.RefusedClosed(payloads.Count * to.Part(first, count).Length)
                : _bound.Counters.Sent(Many().Send(payloads, to, first, count));
        }
    }

    public void Dispose() => _bound.Dispose();

    private SendSummary SendMany(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        lock (_sendGate)
        {
            if (_bound.IsClosed)
            {
                refusals.Fill(SendRefusal.Closed);
                return _bound.Counters.RefusedClosed(to.Length);
            }

            return _bound.Counters.Sent(Many().Send(payload, to, refusals));
        }
    }

    /// <summary>Made when first needed: many sockets only receive, or only send to one.</summary>
    private ManySender Many() => _many ??= new ManySender(_bound.Reach, _mostBytesTogether, new SocketMessageSender(_bound));

    /// <summary>Waits for the first datagram, no longer than the socket's receive timeout, and takes up to that many.</summary>
    private bool WaitAndReceive(ReceiveRing ring, int most, out int received, out int error)
    {
        try
        {
            received = ReceiveMany(_handle, ring.Headers, (uint)most, MsgWaitForOne, null);
            error = received < 0 ? Marshal.GetLastPInvokeError() : 0;
            GC.KeepAlive(ring);
            return received > 0;
        }
        catch (ObjectDisposedException)
        {
            received = 0;
            error = Errno.Again; // closed: the caller's loop sees it
            return false;
        }
    }

    /// <summary>Copies what was received into leases of its size.</summary>
    private int Take(ReceiveRing ring, int received, DatagramBatch batch, DatagramPool pool, DateTimeOffset now)
    {
        var leases = ring.Leases.AsSpan(0, pool.TryRent(ring.Leases.AsSpan(0, received)));
        var bytes = 0;
        try
        {
            for (var slot = 0; slot < received && !_bound.IsClosed; slot++)
            {
                bytes += TakeOne(ring, slot, batch, leases, now);
            }

            return batch.Count;
        }
        finally
        {
            foreach (var unused in leases[batch.Count..])
            {
                unused!.Release();
            }

            ring.Reset(received);
            _bound.Counters.Received(batch.Count, bytes);
        }
    }

    private int TakeOne(ReceiveRing ring, int slot, DatagramBatch batch, ReadOnlySpan<ReceivedDatagram?> leases, DateTimeOffset now)
    {
        var source = ring.Source(slot);
        if (source.IsEmpty)
        {
            return 0; // shutting the socket ends a receive with 0 bytes from nobody
        }

        if (ring.IsCut(slot))
        {
            _bound.Counters.Truncated();
            return 0;
        }

        if (batch.Count == leases.Length)
        {
            _bound.Counters.DroppedPoolEmpty();
            return 0;
        }

        var payload = ring.Payload(slot);
        var datagram = leases[batch.Count]!;
        datagram.Fill(LinuxAddress.Read(source, _bound.IsIPv6), payload, now);
        batch.Add(datagram);
        return payload.Length;
    }

    private void Account(int error)
    {
        if (_bound.IsClosed || error is Errno.Again or Errno.Intr)
        {
            return; // closed, nothing came within the receive timeout, or a signal
        }

        _bound.Counters.ReceiveError();
        if (Errno.IsOurs(error))
        {
            var reason = Marshal.GetPInvokeErrorMessage(error);
            throw new SocketException((int)SocketError.SocketError, $"Receiving on {LocalEndpoint} failed: {reason} (errno {error}).");
        }
    }

    private bool TrySend(byte* payload, int length, byte* address, int addressLength, out SendRefusal refusal)
    {
        try
        {
            var sent = SendOne(_handle, payload, (nuint)length, MsgDontWait, address, (uint)addressLength);
            refusal = sent >= 0 ? SendRefusal.None : LastRefusal();
            return sent >= 0;
        }
        catch (ObjectDisposedException)
        {
            refusal = SendRefusal.Closed;
            return false;
        }
    }

    private bool ShallRetry(SendRefusal refusal, ref TimeSpan budget) => refusal == SendRefusal.WouldBlock && _bound.WaitToSend(ref budget);

    private SendRefusal LastRefusal() => _bound.IsClosed ? SendRefusal.Closed : Errno.Refusal(Marshal.GetLastPInvokeError());
}
