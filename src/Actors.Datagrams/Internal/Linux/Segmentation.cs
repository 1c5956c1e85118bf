using System.Net.Sockets;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>How many bytes may leave as one segmented send (UDP_SEGMENT, udp(7)); 0 where the kernel knows no such thing.</summary>
internal static class Segmentation
{
    /// <summary>UDP_MAX_SEGMENTS of Linux 4.18 to 6.8 (linux/udp.h); later ones take 128.</summary>
    public const int MostSegments = 64;

    public const int SolUdp = 17;
    public const int UdpSegment = 103;

    // The segments together are one IP packet until the device cuts it: 65,535 bytes less the IP header, 20 or 40, and UDP's 8. An IPv6
    // socket in dual mode takes the shorter one for both.
    private const int MostBytesIPv4 = 65_535 - 20 - 8;
    private const int MostBytesIPv6 = 65_535 - 40 - 8;

    /// <summary>Asks the kernel. One that knows no UDP_SEGMENT would ignore it, and send all segments as one datagram.</summary>
    public static int MostBytes(Socket socket)
    {
        Span<byte> none = stackalloc byte[sizeof(int)];
        try
        {
            socket.GetRawSocketOption(SolUdp, UdpSegment, none);
        }
        catch (SocketException)
        {
            return 0;
        }

        // A send of more than the send buffer holds would be refused for want of buffers.
        var most = socket.AddressFamily == AddressFamily.InterNetworkV6 ? MostBytesIPv6 : MostBytesIPv4;
        return Math.Min(most, socket.SendBufferSize);
    }
}
