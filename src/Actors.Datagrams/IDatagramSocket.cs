using System.Net.Sockets;

namespace Actors.Datagrams;

/// <summary>
/// A bound UDP socket. One thread receives at a time (another waits its turn); sending is safe from any number of threads, beside
/// receiving. Nothing that a peer does, and no ICMP error, makes a call throw. <see cref="IDisposable.Dispose"/> closes it from any thread:
/// a receive that waits returns, and the port is free.
/// </summary>
public interface IDatagramSocket : IDisposable
{
    /// <summary>Where it is bound, with the real port when 0 was asked for.</summary>
    EndpointKey LocalEndpoint { get; }

    /// <summary>Which path it takes; never <see cref="DatagramPath.Automatic"/>.</summary>
    DatagramPath Path { get; }

    /// <summary>
    /// The receive buffer that the kernel granted, in bytes, comparable with what was asked for (Linux doubles every request for its own
    /// bookkeeping, socket(7); that is taken off). Less than asked for means that net.core.rmem_max, or its kin, is in the way.
    /// </summary>
    int ReceiveBufferBytes { get; }

    /// <summary>What it has done so far; readable at any time, from any thread, also after it was closed.</summary>
    DatagramSocketStatistics Statistics { get; }

    /// <summary>
    /// Waits for a datagram, then takes what else is already there, up to the batch's capacity, in the order of arrival. When the pool has
    /// no free lease, datagrams are read, dropped and counted, so that the kernel's queue never goes stale; and it waits on.
    /// </summary>
    /// <param name="batch">Where they go; empty. Its owner is the caller, with each datagram in it.</param>
    /// <param name="pool">Where their leases come from.</param>
    /// <param name="clock">The time to stamp them with; read once per call to the kernel.</param>
    /// <param name="stop">Ends the wait without closing the socket; noticed within 25 ms.</param>
    /// <returns>How many are in the batch, at least 1; 0 when the socket was closed or <paramref name="stop"/> was cancelled.</returns>
    /// <exception cref="ArgumentException">The batch is not empty.</exception>
    int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default);

    /// <summary>
    /// Sends one datagram. When the send buffer is full it waits for room, at most 1 ms, and then refuses with
    /// <see cref="SendRefusal.WouldBlock"/>: an overloaded network costs its sender a bounded time, and the datagram, which is what UDP
    /// does anyway.
    /// </summary>
    /// <param name="payload">The payload; may be empty.</param>
    /// <param name="to">The destination.</param>
    SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to);

    /// <summary>
    /// Sends one payload to many destinations, in their order. A refused one never stops the others. A full send buffer is waited for as in
    /// the other overload, at most 10 ms in the whole call; what finds it full after that is refused at once.
    /// </summary>
    /// <param name="payload">The payload; may be empty.</param>
    /// <param name="to">The destinations; the same one twice is sent to twice.</param>
    SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to);

    /// <summary>The same, and tells what became of each.</summary>
    /// <param name="payload">The payload; may be empty.</param>
    /// <param name="to">The destinations.</param>
    /// <param name="refusals">Gets the outcome for each destination, at its place; of the same length.</param>
    /// <exception cref="ArgumentException"><paramref name="refusals"/> is of another length.</exception>
    SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals);

    /// <summary>
    /// Sends every payload of a batch to each of some destinations. Each destination gets them in the batch's order, all of them before the
    /// next destination's first, each as a datagram of its own; a refused one stops neither those after it nor another destination's. Where
    /// system and route allow, payloads of equal length that follow one another leave as one (UDP_SEGMENT, udp(7)), which halves their
    /// cost and is not seen by the receiver. A full send buffer is waited for as in the other overloads, at most 10 ms in the whole call.
    /// </summary>
    /// <param name="payloads">The payloads; the batch stays as it is.</param>
    /// <param name="to">The destinations.</param>
    /// <param name="first">The place of the first one to send to, 0 or more.</param>
    /// <param name="count">How many to send to, 0 or more.</param>
    /// <returns>What became of the datagrams: payloads times destinations in sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> and <paramref name="count"/> are not within
    /// <paramref name="to"/>.</exception>
    SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count);
}
