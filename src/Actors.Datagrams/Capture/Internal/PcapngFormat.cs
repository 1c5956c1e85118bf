namespace Actors.Datagrams.Capture.Internal;

/// <summary>
/// The numbers of the format: draft-ietf-opsawg-pcapng. A block is its type, its length, a body, options, and its length again; an option
/// is its code, the length of its value, the value. All of it in multiples of 4 bytes.
/// </summary>
internal static class PcapngFormat
{
    public const uint SectionHeader = 0x0A0D0D0A;
    public const uint InterfaceDescription = 1;
    public const uint InterfaceStatistics = 5;
    public const uint EnhancedPacket = 6;

    public const uint ByteOrderMagic = 0x1A2B3C4D;

    public const int EndOfOptions = 0;
    public const int Comment = 1;
    public const int Application = 4; // shb_userappl
    public const int InterfaceName = 2; // if_name
    public const int TimestampResolution = 9; // if_tsresol
    public const int TimestampOffset = 14; // if_tsoffset
    public const int Flags = 2; // epb_flags
    public const int Received = 4; // isb_ifrecv
    public const int Dropped = 5; // isb_ifdrop

    // https://www.tcpdump.org/linktypes.html: packets that begin with their IP header, of either version or of one.
    public const int LinkRaw = 101;
    public const int LinkIPv4 = 228;
    public const int LinkIPv6 = 229;

    /// <summary>Type and length before a body, and the length after it.</summary>
    public const int BlockOverhead = 4 + 4 + 4;

    /// <summary>What a packet block says before the packet: interface, time in two halves, captured length, original length.</summary>
    public const int PacketFields = 5 * 4;

    /// <summary>The longest packet that readers must expect (libpcap's MAXIMUM_SNAPLEN).</summary>
    public const int SnapLength = 262_144;

    /// <summary>The next multiple of 4.</summary>
    public static int Padded(int length) => (length + 3) & ~3;
}
