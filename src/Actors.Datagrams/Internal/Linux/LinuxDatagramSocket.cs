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
    private readonly ReceiveRing _receiving = new();
    private readonly Lock _sendGate = new();
    private readonly SendRing _sending;

    public LinuxDatagramSocket(BoundSocket bound)
    {
        _bound = bound;
        _handle = bound.Socket.SafeHandle;
        _sending = new SendRing(bound.IsIPv6);
        bound.Socket.ReceiveTimeout = (int)BoundSocket.StopNoticed.TotalMilliseconds;
    }

    public EndpointKey LocalEndpoint => _bound.LocalEndpoint;

    public DatagramPath Path => DatagramPath.LinuxBatched;

    public int ReceiveBufferBytes => _bound.ReceiveBufferBytes;

    public DatagramSocketStatistics Statistics => _bound.Statistics;

    public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
    {
        if (batch.Count != 0)
        {
            throw new ArgumentException("A batch is received into when it is empty.", nameof(batch));
        }

        while (!_bound.IsClosed && !stop.IsCancellationRequested)
        {
            if (WaitAndReceive(Math.Min(batch.Capacity, ReceiveRing.Slots), out var received, out var error))
            {
                Take(received, batch, pool, clock);
                if (batch.Count > 0)
                {
                    return batch.Count;
                }
            }
            else if (error is not (Errno.Again or Errno.Intr))
            {
                Account(error);
            }
        }

        return 0;
    }

    public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to)
    {
        if (!_bound.IsClosed && !_bound.CanSendTo(to))
        {
            return _bound.Counters.Sent(SendRefusal.InvalidDestination);
        }

        Span<byte> address = stackalloc byte[NativeAddress.IPv6Size];
        var addressLength = LinuxAddress.Prepare(address, _bound.IsIPv6);
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

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to)
    {
        var summary = new SendSummary();
        var budget = BoundSocket.SendWaitOfCall;
        fixed (byte* start = payload)
        {
            lock (_sendGate)
            {
                _sending.Start(start, payload.Length);
                foreach (ref readonly var destination in to)
                {
                    if (!_bound.CanSendTo(destination) && !_bound.IsClosed)
                    {
                        summary.Add(SendRefusal.InvalidDestination);
                        continue;
                    }

                    _sending.Add(destination);
                    if (_sending.Count == SendRing.Slots)
                    {
                        Flush(ref summary, ref budget);
                    }
                }

                Flush(ref summary, ref budget);
            }
        }

        _bound.Counters.Sent(summary);
        return summary;
    }

    public void Dispose() => _bound.Dispose();

    /// <summary>Waits for the first datagram, no longer than the socket's receive timeout, and takes up to that many.</summary>
    private bool WaitAndReceive(int most, out int received, out int error)
    {
        try
        {
            received = ReceiveMany(_handle, _receiving.Headers, (uint)most, MsgWaitForOne, null);
            error = received < 0 ? Marshal.GetLastPInvokeError() : 0;
            return received > 0;
        }
        catch (ObjectDisposedException)
        {
            received = 0;
            error = Errno.Again; // closed: the caller's loop sees it
            return false;
        }
    }

    private void Take(int received, DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock)
    {
        var now = clock();
        for (var slot = 0; slot < received && !_bound.IsClosed; slot++)
        {
            var source = _receiving.Source(slot);
            if (source.IsEmpty)
            {
                continue; // shutting the socket ends a receive with 0 bytes from nobody
            }

            if (!pool.TryRent(out var datagram))
            {
                _bound.Counters.DroppedPoolEmpty();
                continue;
            }

            var payload = _receiving.Payload(slot);
            datagram.Fill(LinuxAddress.Read(source, _bound.IsIPv6), payload, now);
            batch.Add(datagram);
            _bound.Counters.Received(payload.Length);
        }

        _receiving.Reset(received);
    }

    private void Account(int error)
    {
        if (_bound.IsClosed)
        {
            return;
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

    /// <summary>
    /// Sends what is in the ring. The kernel stops at a message that it refuses, and says why only when that one comes first: skip it, go
    /// on.
    /// </summary>
    private void Flush(ref SendSummary summary, ref TimeSpan budget)
    {
        var at = 0;
        while (at < _sending.Count)
        {
            if (TrySendMany(at, out var sent, out var refusal))
            {
                summary.Add(SendRefusal.None, sent);
                at += sent;
            }
            else if (!ShallRetry(refusal, ref budget))
            {
                summary.Add(refusal);
                at++;
            }
        }

        _sending.Clear();
    }

    private bool TrySendMany(int at, out int sent, out SendRefusal refusal)
    {
        try
        {
            sent = SendMany(_handle, _sending.Header(at), (uint)(_sending.Count - at), MsgDontWait);
            refusal = sent > 0 ? SendRefusal.None : LastRefusal();
            return sent > 0;
        }
        catch (ObjectDisposedException)
        {
            sent = 0;
            refusal = SendRefusal.Closed;
            return false;
        }
    }

    private bool ShallRetry(SendRefusal refusal, ref TimeSpan budget) => refusal == SendRefusal.WouldBlock && _bound.WaitToSend(ref budget);

    private SendRefusal LastRefusal() => _bound.IsClosed ? SendRefusal.Closed : Errno.Refusal(Marshal.GetLastPInvokeError());
}
