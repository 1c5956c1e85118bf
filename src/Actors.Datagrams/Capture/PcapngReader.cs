using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Datagrams.Capture.Internal;

namespace Actors.Datagrams.Capture;

/// <summary>
/// Reads the UDP datagrams of a pcapng file (draft-ietf-opsawg-pcapng), of ours or of another program's: either byte order, any number of
/// sections and interfaces, any resolution of time. What it does not know, and what is no UDP over raw IP, it passes over and counts.
/// No bytes make it throw.
/// </summary>
/// <param name="stream">Where from; stays its owner's. It is read forwards only.</param>
public sealed class PcapngReader(Stream stream)
{
    /// <summary>The longest block that is taken, in bytes: 16 MiB, as in Wireshark. A longer one is malformed.</summary>
    public const int MaxBlock = 16 * 1_024 * 1_024;

    private const int ShortestSectionHeader = PcapngFormat.BlockOverhead + 16;

    private readonly byte[] _header = new byte[8];
    private readonly List<PcapngInterface> _interfaces = [];
    private PcapngReadStatus? _ended;
    private byte[] _body = [];
    private bool _isLittleEndian = true;
    private bool _isInSection;

    /// <summary>The program that wrote the section that was read last, when it says so.</summary>
    public string? Application { get; private set; }

    /// <summary>What the capture counted, when it says so; the last in the file so far.</summary>
    public CaptureStatistics? Statistics { get; private set; }

    /// <summary>How many packets were passed over, since they are no UDP datagrams over raw IP.</summary>
    public long Skipped { get; private set; }

    /// <summary>Reads on to the next datagram.</summary>
    /// <param name="datagram">The datagram, where the result is <see cref="PcapngReadStatus.Datagram"/>.</param>
    /// <returns>What was met. After anything but a datagram it stays at that.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public PcapngReadStatus Read(out CapturedDatagram? datagram)
    {
        datagram = null;
        while (_ended is null)
        {
            _ended = ReadBlock(out datagram);
            if (datagram is not null)
            {
                return PcapngReadStatus.Datagram;
            }
        }

        return _ended.Value;
    }

    /// <summary>Reads one block; null where there may be more.</summary>
    private PcapngReadStatus? ReadBlock(out CapturedDatagram? datagram)
    {
        datagram = null;
        switch (stream.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false))
        {
            case 0:
                return PcapngReadStatus.End;
            case < 8:
                return PcapngReadStatus.Cut;
        }

        // The type of a section header is the same in either byte order, so that it can be told before the order is known.
        var isSection = UInt32(_header) == PcapngFormat.SectionHeader;
        if (!isSection && !_isInSection)
        {
            return PcapngReadStatus.Malformed;
        }

        var magic = new byte[isSection ? 4 : 0];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length)
        {
            return PcapngReadStatus.Cut;
        }

        if (isSection && !TryBeginSection(magic))
        {
            return PcapngReadStatus.Malformed;
        }

        var total = UInt32(_header.AsSpan(4));
        if (total < (isSection ? ShortestSectionHeader : PcapngFormat.BlockOverhead) || total > MaxBlock || total % 4 != 0)
        {
            return PcapngReadStatus.Malformed;
        }

        var rest = (int)total - _header.Length - magic.Length;
        if (_body.Length < rest)
        {
            _body = new byte[Math.Min(MaxBlock, Math.Max(rest, 2 * _body.Length))];
        }

        if (stream.ReadAtLeast(_body.AsSpan(0, rest), rest, throwOnEndOfStream: false) < rest)
        {
            return PcapngReadStatus.Cut;
        }

        return UInt32(_body.AsSpan(rest - 4)) == total && TryRead(UInt32(_header), _body.AsSpan(0, rest - 4), out datagram)
            ? null
            : PcapngReadStatus.Malformed;
    }

    private bool TryBeginSection(ReadOnlySpan<byte> magic)
    {
        _isLittleEndian = BinaryPrimitives.ReadUInt32LittleEndian(magic) == PcapngFormat.ByteOrderMagic;
        _isInSection = _isLittleEndian || BinaryPrimitives.ReadUInt32BigEndian(magic) == PcapngFormat.ByteOrderMagic;
        _interfaces.Clear();
        Application = null;
        return _isInSection;
    }

    private bool TryRead(uint type, ReadOnlySpan<byte> body, out CapturedDatagram? datagram)
    {
        datagram = null;
        return type switch
        {
            PcapngFormat.SectionHeader => TryReadSection(body),
            PcapngFormat.InterfaceDescription => TryReadInterface(body),
            PcapngFormat.InterfaceStatistics => TryReadStatistics(body),
            PcapngFormat.EnhancedPacket => TryReadPacket(body, out datagram),
            _ => true,
        };
    }

    /// <summary>The magic was taken off before.</summary>
    private bool TryReadSection(ReadOnlySpan<byte> body)
    {
        if (UInt16(body) != 1)
        {
            return false; // another major version is another format
        }

        var options = new PcapngOptions(body[12..], _isLittleEndian);
        while (options.MoveNext())
        {
            if (options.Code == PcapngFormat.Application)
            {
                Application = Encoding.UTF8.GetString(options.Value);
            }
        }

        return options.IsWellFormed;
    }

    private bool TryReadInterface(ReadOnlySpan<byte> body)
    {
        if (body.Length < 8)
        {
            return false;
        }

        var (resolution, offset) = ((byte)6, 0L); // microseconds, unless it says so
        var options = new PcapngOptions(body[8..], _isLittleEndian);
        while (options.MoveNext())
        {
            switch (options.Code)
            {
                case PcapngFormat.TimestampResolution when options.Value.Length == 1:
                    resolution = options.Value[0];
                    break;
                case PcapngFormat.TimestampOffset when options.Value.Length == 8:
                    offset = (long)UInt64(options.Value);
                    break;
            }
        }

        _interfaces.Add(new PcapngInterface(UInt16(body), resolution, offset));
        return options.IsWellFormed;
    }

    private bool TryReadStatistics(ReadOnlySpan<byte> body)
    {
        if (body.Length < 12)
        {
            return false;
        }

        var read = new CaptureStatistics(0, 0, null);
        var options = new PcapngOptions(body[12..], _isLittleEndian);
        while (options.MoveNext())
        {
            read = options.Code switch
            {
                PcapngFormat.Received when options.Value.Length == 8 => read with { Seen = (long)UInt64(options.Value) },
                PcapngFormat.Dropped when options.Value.Length == 8 => read with { Dropped = (long)UInt64(options.Value) },
                PcapngFormat.Comment => read with { Comment = read.Comment ?? Encoding.UTF8.GetString(options.Value) },
                _ => read,
            };
        }

        Statistics = read;
        return options.IsWellFormed;
    }

    private bool TryReadPacket(ReadOnlySpan<byte> body, out CapturedDatagram? datagram)
    {
        datagram = null;
        if (body.Length < PcapngFormat.PacketFields || !TryGetInterface(UInt32(body), out var at))
        {
            return false;
        }

        var (captured, whole) = (UInt32(body[12..]), UInt32(body[16..]));
        var data = body[PcapngFormat.PacketFields..];
        if (captured > data.Length || PcapngFormat.Padded((int)captured) > data.Length)
        {
            return false;
        }

        var direction = CaptureDirection.Unknown;
        string? comment = null;
        var options = new PcapngOptions(data[PcapngFormat.Padded((int)captured)..], _isLittleEndian);
        while (options.MoveNext())
        {
            switch (options.Code)
            {
                case PcapngFormat.Flags when options.Value.Length == 4:
                    direction = (CaptureDirection)(UInt32(options.Value) & 3);
                    break;
                case PcapngFormat.Comment:
                    comment ??= Encoding.UTF8.GetString(options.Value);
                    break;
            }
        }

        if (!options.IsWellFormed)
        {
            return false;
        }

        var packet = data[..(int)captured];
        if (!at.HoldsRawIP || !UdpPacket.TryRead(packet, whole, out var read))
        {
            Skipped++;
            return true;
        }

        datagram = new CapturedDatagram(
            at.Time(((ulong)UInt32(body[4..]) << 32) | UInt32(body[8..])),
            read.Source,
            read.Destination,
            direction is CaptureDirection.In or CaptureDirection.Out ? direction : CaptureDirection.Unknown,
            packet.Slice(read.PayloadStart, read.PayloadBytes).ToArray(),
            read.PayloadLength,
            read.ChecksumIsRight,
            comment);
        return true;
    }

    private bool TryGetInterface(uint number, [NotNullWhen(true)] out PcapngInterface? found)
    {
        found = number < _interfaces.Count ? _interfaces[(int)number] : null;
        return found is not null;
    }

    private ushort UInt16(ReadOnlySpan<byte> bytes) =>
        _isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint UInt32(ReadOnlySpan<byte> bytes) =>
        _isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private ulong UInt64(ReadOnlySpan<byte> bytes) =>
        _isLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
}
