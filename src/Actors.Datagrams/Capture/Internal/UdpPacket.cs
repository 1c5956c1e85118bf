using System.Buffers.Binary;
using System.Net;

namespace Actors.Datagrams.Capture.Internal;

/// <summary>
/// A datagram as the IP packet that it travels in. A socket gives no headers, so they are made anew: addresses, ports, lengths and
/// checksums are true, the rest is what a sender would choose (hop limit 64, don't fragment).
/// </summary>
internal static class UdpPacket
{
    /// <summary>The longest packet that is made: IPv6's header is not counted in its length field.</summary>
    public const int MaxLength = IPv6Header + ushort.MaxValue;

    private const int IPv4Header = 20; // RFC 791, no options
    private const int IPv6Header = 40; // RFC 8200
    private const int UdpHeader = 8; // RFC 768
    private const int Udp = 17;
    private const int HopLimit = 64;
    private const ushort DoNotFragment = 0x4000;
    private const ushort FragmentBits = 0x3fff; // more fragments, and the offset
    private const int AddressBytes = 16;

    /// <summary>Whether the packet is IPv4: when both ends are, or one is and the other is the wildcard of its socket.</summary>
    public static bool IsIPv4(in EndpointKey source, in EndpointKey destination) =>
        (source.IsIPv4 && (destination.IsIPv4 || destination.IsAny)) || (destination.IsIPv4 && source.IsAny);

    /// <summary>How long the packet is.</summary>
    /// <param name="isIPv4">Its version.</param>
    /// <param name="payloadLength">The length of the payload.</param>
    /// <param name="whole">What it would be if its length field had no end.</param>
    /// <returns>What fits: a longer payload is cut, 65,507 bytes over IPv4 and 65,527 over IPv6.</returns>
    public static int Measure(bool isIPv4, int payloadLength, out int whole)
    {
        var header = isIPv4 ? IPv4Header : IPv6Header;
        whole = header + UdpHeader + payloadLength;
        return Math.Min(whole, isIPv4 ? ushort.MaxValue : MaxLength);
    }

    /// <summary>Writes the packet.</summary>
    /// <param name="packet">Of the length that <see cref="Measure"/> says.</param>
    /// <param name="isIPv4">As <see cref="IsIPv4"/> says.</param>
    /// <param name="source">Who sends.</param>
    /// <param name="destination">To whom.</param>
    /// <param name="payload">Cut where the packet ends.</param>
    public static void Write(
        Span<byte> packet, bool isIPv4, in EndpointKey source, in EndpointKey destination, ReadOnlySpan<byte> payload)
    {
        var ip = packet[..(isIPv4 ? IPv4Header : IPv6Header)];
        var udp = packet[ip.Length..];
        ip.Clear();
        if (isIPv4)
        {
            ip[0] = 0x45; // version 4, five words
            BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)packet.Length);
            BinaryPrimitives.WriteUInt16BigEndian(ip[6..], DoNotFragment);
            ip[8] = HopLimit;
            ip[9] = Udp;
            source.WriteIPv4(ip[12..]);
            destination.WriteIPv4(ip[16..]);
            BinaryPrimitives.WriteUInt16BigEndian(ip[10..], InternetChecksum.Finish(InternetChecksum.Add(0, ip)));
        }
        else
        {
            ip[0] = 0x60; // version 6
            BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)udp.Length);
            ip[6] = Udp;
            ip[7] = HopLimit;
            source.WriteIPv6(ip[8..]);
            destination.WriteIPv6(ip[24..]);
        }

        BinaryPrimitives.WriteUInt16BigEndian(udp, (ushort)source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], (ushort)destination.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length);
        BinaryPrimitives.WriteUInt16BigEndian(udp[6..], 0);
        payload[..(udp.Length - UdpHeader)].CopyTo(udp[UdpHeader..]);
        var checksum = Checksum(isIPv4 ? ip[12..] : ip[8..], udp);
        BinaryPrimitives.WriteUInt16BigEndian(udp[6..], checksum == 0 ? ushort.MaxValue : checksum); // 0 would say that there is none
    }

    /// <summary>Reads a packet, which may be cut short, or anything.</summary>
    /// <param name="packet">What is there of it.</param>
    /// <param name="whole">Its whole length, 0 up.</param>
    /// <param name="read">What it is.</param>
    /// <returns>False when it is no UDP datagram, or a fragment of one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> packet, long whole, out ParsedPacket read)
    {
        read = default;
        return packet.Length > 0 && (packet[0] >> 4) switch
        {
            4 => TryReadIPv4(packet, whole, ref read),
            6 => TryReadIPv6(packet, whole, ref read),
            _ => false,
        };
    }

    private static bool TryReadIPv4(ReadOnlySpan<byte> packet, long whole, ref ParsedPacket read)
    {
        var header = (packet[0] & 0xf) * 4;
        if (header < IPv4Header || packet.Length < header + UdpHeader || packet[9] != Udp
            || (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & FragmentBits) != 0)
        {
            return false;
        }

        var ip = packet[..header];
        var udp = packet[header..];
        read = new ParsedPacket(
            EndpointKey.FromIPv4(ip[12..], BinaryPrimitives.ReadUInt16BigEndian(udp)),
            EndpointKey.FromIPv4(ip[16..], BinaryPrimitives.ReadUInt16BigEndian(udp[2..])));
        var headerIsRight = InternetChecksum.Finish(InternetChecksum.Add(0, ip)) == 0;
        return TryReadUdp(udp, header, whole, headerIsRight, ip[12..20], isIPv4: true, ref read);
    }

    private static bool TryReadIPv6(ReadOnlySpan<byte> packet, long whole, ref ParsedPacket read)
    {
        if (packet.Length < IPv6Header + UdpHeader || packet[6] != Udp)
        {
            return false;
        }

        var ip = packet[..IPv6Header];
        var udp = packet[IPv6Header..];
        read = new ParsedPacket(
            new EndpointKey(ip.Slice(8, AddressBytes), 0, BinaryPrimitives.ReadUInt16BigEndian(udp)),
            new EndpointKey(ip.Slice(24, AddressBytes), 0, BinaryPrimitives.ReadUInt16BigEndian(udp[2..])));
        return TryReadUdp(udp, IPv6Header, whole, headerIsRight: true, ip[8..], isIPv4: false, ref read);
    }

    private static bool TryReadUdp(
        ReadOnlySpan<byte> udp, int header, long whole, bool headerIsRight, ReadOnlySpan<byte> addresses, bool isIPv4,
        ref ParsedPacket read)
    {
        int length = BinaryPrimitives.ReadUInt16BigEndian(udp[4..]);
        if (length < UdpHeader)
        {
            return false;
        }

        var hasNone = isIPv4 && BinaryPrimitives.ReadUInt16BigEndian(udp[6..]) == 0;
        read.ChecksumIsRight = !headerIsRight ? false
            : hasNone ? true
            : length > udp.Length ? null
            : Checksum(addresses, udp[..length]) == 0;
        read.PayloadStart = header + UdpHeader;
        read.PayloadBytes = Math.Min(length, udp.Length) - UdpHeader;

        // A datagram too long for any packet was cut to the longest, which is right in itself; only the packet's whole length tells.
        var longest = isIPv4 ? ushort.MaxValue : MaxLength;
        read.PayloadLength = header + length == longest && whole > longest
            ? (int)Math.Min(whole - header - UdpHeader, int.MaxValue)
            : length - UdpHeader;
        return true;
    }

    /// <summary>
    /// UDP's checksum covers the addresses, the protocol and the length beside the datagram itself (RFC 768, RFC 8200 section 8.1).
    /// </summary>
    private static ushort Checksum(ReadOnlySpan<byte> addresses, ReadOnlySpan<byte> udp) =>
        InternetChecksum.Finish(InternetChecksum.Add(InternetChecksum.Add(Udp + (ulong)udp.Length, addresses), udp));
}
