using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Actors.Datagrams.Internal;

/// <summary>What both paths stand on: the bound socket, its facts, its counters, and the waits that end when it closes.</summary>
internal sealed class BoundSocket : IDisposable
{
    /// <summary>
    /// How soon a waiting receive notices that it shall stop: far under the 100 ms that a stop may take, and 40 idle wake-ups a second cost
    /// nothing.
    /// </summary>
    public static readonly TimeSpan StopNoticed = TimeSpan.FromMilliseconds(25);

    /// <summary>How long a send waits for room in the send buffer: 1 ms drains 125 KB at 1 Gbit/s.</summary>
    public static readonly TimeSpan SendWait = TimeSpan.FromMilliseconds(1);

    /// <summary>The same for all destinations of one call together.</summary>
    public static readonly TimeSpan SendWaitOfCall = TimeSpan.FromMilliseconds(10);

    // SO_MEMINFO (linux/sock_diag.h, Linux 4.12): nine numbers of 32 bits, of which the last, SK_MEMINFO_DROPS, is what SO_RXQ_OVFL would
    // attach to a datagram received after the loss. Asked for, it is exact at once, and no datagram carries a control message.
    private const int SolSocket = 1;
    private const int SoMemInfo = 55;
    private const int SoReusePort = 15; // asm-generic/socket.h
    private const int MemInfoDropsAt = 8 * sizeof(uint);

    private readonly Lock _dropsGate = new();
    private long? _kernelDropped;
    private int _disposed;

    private BoundSocket(Socket socket, bool dualMode)
    {
        Socket = socket;
        Reach = new Reach(socket.AddressFamily == AddressFamily.InterNetworkV6, dualMode);
        LocalEndpoint = EndpointKey.From((IPEndPoint)socket.LocalEndPoint!);
        ReceiveBufferBytes = OperatingSystem.IsLinux() ? socket.ReceiveBufferSize / 2 : socket.ReceiveBufferSize;
    }

    public Socket Socket { get; }

    public Reach Reach { get; }

    public bool IsIPv6 => Reach.IsIPv6;

    public bool IsClosed => Volatile.Read(ref _disposed) != 0;

    public EndpointKey LocalEndpoint { get; }

    public int ReceiveBufferBytes { get; }

    public SocketCounters Counters { get; } = new();

    public DatagramSocketStatistics Statistics => Counters.Read(KernelDropped());

    public static void ThrowUnlessOneForEach(ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        if (refusals.Length != to.Length)
        {
            throw new ArgumentException(
                $"{to.Length} destinations, and {refusals.Length} places to tell what became of them.", nameof(refusals));
        }
    }

    public static BoundSocket Open(EndpointKey local, DatagramSocketOptions options)
    {
        var endpoint = local.ToIPEndPoint();
        var socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            var dualMode = !local.IsIPv4 && local.IsAny;
            if (!local.IsIPv4)
            {
                socket.DualMode = dualMode;
            }

            Configure(socket, options);
            socket.Bind(endpoint);
            return new BoundSocket(socket, dualMode);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Waits for room in the send buffer, for no longer than is left of the call's budget.</summary>
    /// <returns>Whether it is worth trying again.</returns>
    public bool WaitToSend(ref TimeSpan budget)
    {
        if (budget <= TimeSpan.Zero || IsClosed)
        {
            return false;
        }

        var wait = budget < SendWait ? budget : SendWait;
        var started = Stopwatch.GetTimestamp();
        try
        {
            return Socket.Poll(wait, SelectMode.SelectWrite);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            budget -= Stopwatch.GetElapsedTime(started);
        }
    }

    public void Dispose()
    {
        KernelDropped();
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Wakes a receive that waits, waits for its call to end, and closes.
            Socket.Dispose();
        }
    }

    private static void Configure(Socket socket, DatagramSocketOptions options)
    {
        Ask(options.ReceiveBufferBytes, bytes => socket.ReceiveBufferSize = bytes);
        Ask(options.SendBufferBytes, bytes => socket.SendBufferSize = bytes);
        if (options.ReusePort)
        {
            socket.SetRawSocketOption(SolSocket, SoReusePort, BitConverter.GetBytes(1));
        }

        if (OperatingSystem.IsWindows())
        {
            // Without these, a peer's ICMP "port unreachable" or "time exceeded" ends the next receive with an error.
            const int sioUdpConnReset = unchecked((int)0x9800000C);
            const int sioUdpNetReset = unchecked((int)0x9800000F);
            socket.IOControl(sioUdpConnReset, [0, 0, 0, 0], null);
            socket.IOControl(sioUdpNetReset, [0, 0, 0, 0], null);
            socket.ExclusiveAddressUse = true;
        }
    }

    /// <summary>Asks for less and less: Linux grants what it may, but BSD and macOS refuse what is above their limit.</summary>
    private static void Ask(int bytes, Action<int> set)
    {
        for (var ask = bytes; ask > 0; ask /= 2)
        {
            try
            {
                set(ask);
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.NoBufferSpaceAvailable or SocketError.InvalidArgument)
            {
            }
        }
    }

    private long? KernelDropped()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        lock (_dropsGate)
        {
            Span<byte> info = stackalloc byte[64];
            try
            {
                if (!IsClosed && Socket.GetRawSocketOption(SolSocket, SoMemInfo, info) >= MemInfoDropsAt + sizeof(uint))
                {
                    // The kernel counts in 32 bits that wrap; between two readings fewer than 2^32 are lost.
                    var drops = BitConverter.ToUInt32(info[MemInfoDropsAt..]);
                    _kernelDropped = (_kernelDropped ?? 0) + (drops - (uint)(_kernelDropped ?? 0));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // An older kernel, a sandbox, or a socket closed meanwhile: what was read last stays.
            }

            return _kernelDropped;
        }
    }
}
