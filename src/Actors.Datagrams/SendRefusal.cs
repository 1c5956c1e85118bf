namespace Actors.Datagrams;

/// <summary>
/// Why the system did not take a datagram for a destination. UDP promises nothing more: a datagram that was taken may still be lost.
/// </summary>
public enum SendRefusal
{
    /// <summary>It was taken.</summary>
    None = 0,

    /// <summary>
    /// The socket's send buffer was full, and stayed full for as long as a send waits
    /// (<see cref="IDatagramSocket.Send(ReadOnlySpan{byte}, EndpointKey)"/>).
    /// </summary>
    WouldBlock,

    /// <summary>The system was out of network buffers or memory (ENOBUFS, ENOMEM).</summary>
    NoBuffers,

    /// <summary>The payload is longer than a datagram can be on this route (EMSGSIZE): 65,507 bytes over IPv4.</summary>
    TooLong,

    /// <summary>
    /// No route, or the host or network is known to be unreachable (ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN, ECONNREFUSED).
    /// </summary>
    Unreachable,

    /// <summary>
    /// Nothing can be sent there from this socket: port 0, IPv6 from an IPv4 socket or the reverse, an address the system does not accept
    /// (EINVAL).
    /// </summary>
    InvalidDestination,

    /// <summary>
    /// Not permitted: a broadcast address (the socket asks for no such permission), or a firewall that says no (EACCES, EPERM).
    /// </summary>
    Denied,

    /// <summary>This socket is closed.</summary>
    Closed,

    /// <summary>Any other error.</summary>
    Other,
}
