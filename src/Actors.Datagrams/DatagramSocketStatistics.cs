namespace Actors.Datagrams;

/// <summary>What a socket has done since it was bound: a copy, taken when asked for.</summary>
public sealed record DatagramSocketStatistics
{
    /// <summary>Datagrams received and handed to the caller.</summary>
    public long Received { get; init; }

    /// <summary>Bytes of payload in them.</summary>
    public long ReceivedBytes { get; init; }

    /// <summary>Datagrams that were read and dropped, because every lease of the pool was out.</summary>
    public long DroppedPoolEmpty { get; init; }

    /// <summary>
    /// Datagrams that were longer than the largest buffer, and dropped whole, for nothing is cut: 0 unless there are longer ones than UDP
    /// over IPv4 and IPv6 knows (65,535 bytes).
    /// </summary>
    public long Truncated { get; init; }

    /// <summary>
    /// Datagrams that the kernel dropped, mostly because the receive buffer was full; null where the system does not say (it does on Linux
    /// 4.12 and later).
    /// </summary>
    public long? KernelDropped { get; init; }

    /// <summary>Receives that the system ended with an error, ICMP errors among them; none of them stopped the socket.</summary>
    public long ReceiveErrors { get; init; }

    /// <summary>Datagrams that the system took.</summary>
    public long Sent { get; init; }

    /// <summary>
    /// Sends of several datagrams as one (UDP_SEGMENT, udp(7)); each of the datagrams is counted in <see cref="Sent"/> too.
    /// </summary>
    public long SegmentedSends { get; init; }

    /// <summary>
    /// Such sends that the system refused, and whose datagrams went out one by one: a route with a small MTU, or one that cannot segment.
    /// </summary>
    public long SegmentationFallbacks { get; init; }

    /// <summary>Datagrams refused because the send buffer stayed full.</summary>
    public long RefusedWouldBlock { get; init; }

    /// <summary>Datagrams refused for want of network buffers.</summary>
    public long RefusedNoBuffers { get; init; }

    /// <summary>Datagrams refused as too long.</summary>
    public long RefusedTooLong { get; init; }

    /// <summary>Datagrams refused as unreachable.</summary>
    public long RefusedUnreachable { get; init; }

    /// <summary>Datagrams refused for a destination that cannot be sent to.</summary>
    public long RefusedInvalidDestination { get; init; }

    /// <summary>Datagrams refused for want of permission.</summary>
    public long RefusedDenied { get; init; }

    /// <summary>Datagrams refused because the socket was closed.</summary>
    public long RefusedClosed { get; init; }

    /// <summary>Datagrams refused for another reason.</summary>
    public long RefusedOther { get; init; }
}
