using System.Net;
using System.Net.Sockets;

namespace Actors.Datagrams.Internal;

/// <summary>
/// One system call per datagram with the base class library's socket, and no allocation: it is not blocking, waits in poll, and receives
/// into one buffer in which every datagram fits, whence it is copied into a lease of its size.
/// </summary>
internal sealed class PortableDatagramSocket : IDatagramSocket
{
    /// <summary>The longest UDP payload there can be: no datagram is cut.</summary>
    private const int MaxDatagram = 65_535;

    private readonly BoundSocket _bound;
    private readonly Socket _socket;
    private readonly Lock _receiveGate = new();
    private readonly SocketAddress _source;
    private readonly Lock _sendGate = new();
    private readonly SocketAddress _destination;
    private byte[]? _scratch;

    public PortableDatagramSocket(BoundSocket bound)
    {
        _bound = bound;
        _socket = bound.Socket;
        _socket.Blocking = false;
        _source = new SocketAddress(_socket.AddressFamily);
        _destination = new SocketAddress(_socket.AddressFamily);
    }

    public EndpointKey LocalEndpoint => _bound.LocalEndpoint;

    public DatagramPath Path => DatagramPath.Portable;

    public int ReceiveBufferBytes => _bound.ReceiveBufferBytes;

    public DatagramSocketStatistics Statistics => _bound.Statistics;

    public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
    {
        if (batch.Count != 0)
        {
            throw new ArgumentException("A batch is received into when it is empty.", nameof(batch));
        }

        lock (_receiveGate)
        {
            var scratch = _scratch ??= GC.AllocateUninitializedArray<byte>(MaxDatagram); // not for those who only send
            while (!_bound.IsClosed && !stop.IsCancellationRequested)
            {
                if (WaitToReceive(BoundSocket.StopNoticed) && Take(batch, pool, clock(), scratch, stop) > 0)
                {
                    return batch.Count;
                }
            }

            return 0;
        }
    }

    public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to)
    {
        var budget = BoundSocket.SendWait;
        lock (_sendGate)
        {
            return _bound.Counters.Sent(SendOne(payload, to, ref budget));
        }
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to) => SendAll(payload, to, default);

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        BoundSocket.ThrowUnlessOneForEach(to, refusals);
        return SendAll(payload, to, refusals);
    }

    public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count)
    {
        var summary = new SendSummary();
        var budget = BoundSocket.SendWaitOfCall;
        lock (_sendGate)
        {
            foreach (ref readonly var destination in to.Part(first, count))
            {
                for (var i = 0; i < payloads.Count; i++)
                {
                    summary.Add(SendOne(payloads[i], destination, ref budget));
                }
            }
        }

        _bound.Counters.Sent(summary);
        return summary;
    }

    public void Dispose() => _bound.Dispose();

    /// <summary>Sends one by one; tells what became of each where there is a place for it.</summary>
    private SendSummary SendAll(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        var summary = new SendSummary();
        var budget = BoundSocket.SendWaitOfCall;
        lock (_sendGate)
        {
            for (var i = 0; i < to.Length; i++)
            {
                var refusal = SendOne(payload, to[i], ref budget);
                summary.Add(refusal);
                if (i < refusals.Length)
                {
                    refusals[i] = refusal;
                }
            }
        }

        _bound.Counters.Sent(summary);
        return summary;
    }

    /// <summary>Takes what is there, one by one.</summary>
    private int Take(DatagramBatch batch, DatagramPool pool, DateTimeOffset now, byte[] scratch, CancellationToken stop)
    {
        do
        {
            ReceiveOne(batch, pool, now, scratch);
        }
        while (batch.Count < batch.Capacity && !stop.IsCancellationRequested && WaitToReceive(TimeSpan.Zero));

        return batch.Count;
    }

    private bool WaitToReceive(TimeSpan timeout)
    {
        try
        {
            return _socket.Poll(timeout, SelectMode.SelectRead);
        }
        catch (Exception) when (_bound.IsClosed)
        {
            return false;
        }
    }

    private void ReceiveOne(DatagramBatch batch, DatagramPool pool, DateTimeOffset now, byte[] scratch)
    {
        int length;
        try
        {
            length = _socket.ReceiveFrom(scratch, SocketFlags.None, _source);
        }
        catch (Exception) when (_bound.IsClosed)
        {
            return;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.Interrupted)
        {
            return; // the kernel announced a datagram and then found its checksum wrong
        }
        catch (SocketException e)
        {
            _bound.Counters.ReceiveError();
            if (batch.Count == 0 && !SocketErrors.IsIcmp(e.SocketErrorCode))
            {
                throw;
            }

            // An ICMP error says something about a peer, not about this socket. Any other that stays is met again, with no batch in hand.
            return;
        }

        if (_bound.IsClosed)
        {
            return; // closing ends a receive with 0 bytes from nobody
        }

        if (!pool.TryRent(out var datagram))
        {
            _bound.Counters.DroppedPoolEmpty();
            return;
        }

        datagram.Fill(EndpointKey.From(_source), scratch.AsSpan(0, length), now);
        batch.Add(datagram);
        _bound.Counters.Received(1, length);
    }

    private SendRefusal SendOne(ReadOnlySpan<byte> payload, in EndpointKey to, ref TimeSpan budget)
    {
        if (_bound.IsClosed)
        {
            return SendRefusal.Closed;
        }

        if (!_bound.Reach.Includes(to))
        {
            return SendRefusal.InvalidDestination;
        }

        Address(to);
        while (true)
        {
            try
            {
                _socket.SendTo(payload, SocketFlags.None, _destination);
                return SendRefusal.None;
            }
            catch (Exception) when (_bound.IsClosed)
            {
                return SendRefusal.Closed;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
            {
                if (!_bound.WaitToSend(ref budget))
                {
                    return SendRefusal.WouldBlock;
                }
            }
            catch (SocketException e)
            {
                return SocketErrors.Refusal(e.SocketErrorCode);
            }
        }
    }

    private void Address(in EndpointKey to)
    {
        var bytes = _destination.Buffer.Span;
        if (_bound.IsIPv6)
        {
            NativeAddress.WriteIPv6(to, bytes);
        }
        else
        {
            NativeAddress.WriteIPv4(to, bytes);
        }
    }
}
