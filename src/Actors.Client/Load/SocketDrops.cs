using System.Net.Sockets;

namespace Actors.Client.Load;

/// <summary>What the kernel dropped of a socket's datagrams.</summary>
internal static class SocketDrops
{
    // SO_MEMINFO (linux/sock_diag.h, Linux 4.12): nine numbers of 32 bits, of which the last counts drops, mostly for want of buffer.
    private const int SolSocket = 1;
    private const int SoMemInfo = 55;
    private const int DropsAt = 8 * sizeof(uint);

    /// <summary>How many since the socket was opened; 0 where the system does not say.</summary>
    public static long Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        Span<byte> info = stackalloc byte[64];
        try
        {
            var length = socket.GetRawSocketOption(SolSocket, SoMemInfo, info);
            return length >= DropsAt + sizeof(uint) ? BitConverter.ToUInt32(info[DropsAt..]) : 0;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
