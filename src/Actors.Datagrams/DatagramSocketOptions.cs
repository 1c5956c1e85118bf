namespace Actors.Datagrams;

/// <summary>How to open a datagram socket.</summary>
public sealed record DatagramSocketOptions
{
    /// <summary>
    /// Which path to take. <see cref="DatagramPath.Automatic"/> by default; a path that does not work here is refused by Bind.
    /// </summary>
    public DatagramPath Path { get; init; } = DatagramPath.Automatic;

    /// <summary>
    /// How many bytes of receive buffer to ask the kernel for (SO_RCVBUF), 1 or more. 4 MiB by default, which is Debian's most for a user
    /// (net.core.rmem_max) and holds about 5,000 small datagrams at the kernel's 768 bytes each. What was granted is
    /// <see cref="IDatagramSocket.ReceiveBufferBytes"/>.
    /// </summary>
    public int ReceiveBufferBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4 * 1024 * 1024;

    /// <summary>
    /// How many bytes of send buffer to ask the kernel for (SO_SNDBUF), 1 or more; 4 MiB by default, so that one payload to some 5,000
    /// members waits for no one.
    /// </summary>
    public int SendBufferBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4 * 1024 * 1024;

    /// <summary>
    /// Whether other sockets of this user may bind the same port (SO_REUSEPORT, socket(7)): the kernel then gives each peer's datagrams to
    /// one of them, the same as long as none opens or closes. What waits in the buffer of one that closes is lost. Off by default; the path
    /// <see cref="DatagramPath.LinuxBatched"/> only.
    /// </summary>
    public bool ReusePort { get; init; }
}
