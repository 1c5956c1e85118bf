using System.Buffers.Binary;
using System.Text;
using Actors.Datagrams.Capture.Internal;

namespace Actors.Datagrams.Capture;

/// <summary>
/// Writes UDP datagrams to a stream as a pcapng file (draft-ietf-opsawg-pcapng) that tcpdump and Wireshark open: one section, one interface
/// of raw IP packets, times in nanoseconds. Not thread-safe; <see cref="CaptureFile"/> is what many threads write to.
/// </summary>
/// <remarks>
/// A block is handed to the stream whole, and nothing is kept back: what the stream has taken is a file that can be read.
/// </remarks>
public sealed class PcapngWriter
{
    /// <summary>How long a comment may be, in bytes of UTF-8; the rest is left away.</summary>
    public const int MaxCommentBytes = 1_024;

    /// <summary>What <see cref="WriteStatistics"/> writes at most, in bytes.</summary>
    public const int MaxStatisticsBytes = PcapngFormat.BlockOverhead + 12 + 3 * (4 + 8) + 4 + MaxCommentBytes;

    private const int MaxBlock = PcapngFormat.BlockOverhead + PcapngFormat.PacketFields + UdpPacket.MaxLength + 3
        + (4 + 4) + (4 + MaxCommentBytes) + 4; // flags, comment, end of options

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _stream;
    private readonly byte[] _block = GC.AllocateUninitializedArray<byte>(MaxBlock);
    private int _length;

    /// <summary>Begins a file: writes the section header and the interface description.</summary>
    /// <param name="stream">Where to; stays its owner's.</param>
    /// <param name="application">The program that captures, as Wireshark shows it; cut as a comment is.</param>
    /// <param name="interfaceName">What the datagrams went through, likewise.</param>
    /// <exception cref="IOException">The stream did not take it.</exception>
    public PcapngWriter(Stream stream, string application, string interfaceName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(interfaceName);
        _stream = stream;

        Begin(PcapngFormat.SectionHeader);
        PutUInt32(PcapngFormat.ByteOrderMagic);
        PutUInt16(1); // version 1.0
        PutUInt16(0);
        PutUInt64(ulong.MaxValue); // the section's length is not known yet
        PutText(PcapngFormat.Application, application);
        End();

        Begin(PcapngFormat.InterfaceDescription);
        PutUInt16(PcapngFormat.LinkRaw);
        PutUInt16(0);
        PutUInt32(PcapngFormat.SnapLength);
        PutText(PcapngFormat.InterfaceName, interfaceName);
        PutOption(PcapngFormat.TimestampResolution, [9]); // 10^-9 s
        End();
    }

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>How many bytes <see cref="Write"/> would write.</summary>
    /// <param name="source">As there.</param>
    /// <param name="destination">As there.</param>
    /// <param name="payloadLength">How long the payload is, in bytes.</param>
    /// <param name="comment">As there.</param>
    public static int Measure(EndpointKey source, EndpointKey destination, int payloadLength, string? comment)
    {
        var packet = UdpPacket.Measure(UdpPacket.IsIPv4(source, destination), payloadLength, out _);
        var text = comment is null ? 0 : 4 + PcapngFormat.Padded(Math.Min(Utf8.GetByteCount(comment), MaxCommentBytes));
        return PcapngFormat.BlockOverhead + PcapngFormat.PacketFields + PcapngFormat.Padded(packet) + (4 + 4) + text + 4;
    }

    /// <summary>Writes a datagram.</summary>
    /// <param name="at">When it came or went; what lies before 1970 is written as 1970.</param>
    /// <param name="source">Who sent it. An address that is unknown may be the wildcard.</param>
    /// <param name="destination">To whom.</param>
    /// <param name="direction">Which way it went.</param>
    /// <param name="payload">
    /// Its payload. What no packet holds (more than 65,507 bytes over IPv4, 65,527 over IPv6, which can only be a datagram that was not
    /// sent) is left away, and the file says how long it was.
    /// </param>
    /// <param name="comment">What became of it, or null; at most <see cref="MaxCommentBytes"/>.</param>
    /// <exception cref="IOException">The stream did not take it.</exception>
    public void Write(
        DateTimeOffset at, EndpointKey source, EndpointKey destination, CaptureDirection direction, ReadOnlySpan<byte> payload,
        string? comment)
    {
        var isIPv4 = UdpPacket.IsIPv4(source, destination);
        var length = UdpPacket.Measure(isIPv4, payload.Length, out var whole);
        Begin(PcapngFormat.EnhancedPacket);
        PutUInt32(0); // the interface
        PutTime(at);
        PutUInt32((uint)length);
        PutUInt32((uint)whole);
        UdpPacket.Write(_block.AsSpan(_length, length), isIPv4, source, destination, payload);
        Advance(length);
        Span<byte> flags = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(flags, (uint)direction & 3);
        PutOption(PcapngFormat.Flags, flags);
        if (comment is not null)
        {
            PutText(PcapngFormat.Comment, comment);
        }

        End();
    }

    /// <summary>Writes what was counted; the last thing in a file.</summary>
    /// <param name="at">When it was counted.</param>
    /// <param name="statistics">What was counted; its comment is cut as any other.</param>
    /// <exception cref="IOException">The stream did not take it.</exception>
    public void WriteStatistics(DateTimeOffset at, CaptureStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        Begin(PcapngFormat.InterfaceStatistics);
        PutUInt32(0); // the interface
        PutTime(at);
        PutCount(PcapngFormat.Received, statistics.Seen);
        PutCount(PcapngFormat.Dropped, statistics.Dropped);
        if (statistics.Comment is { } comment)
        {
            PutText(PcapngFormat.Comment, comment);
        }

        End();
    }

    private void Begin(uint type)
    {
        _length = 0;
        PutUInt32(type);
        PutUInt32(0); // the length, when it is known
    }

    /// <summary>Ends the options, and the block.</summary>
    private void End()
    {
        PutUInt32(PcapngFormat.EndOfOptions);
        var total = _length + 4;
        PutUInt32((uint)total);
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(4), (uint)total);
        _stream.Write(_block, 0, total);
        Length += total;
    }

    private void PutText(int code, string text)
    {
        var bytes = _block.AsSpan(_length + 4, MaxCommentBytes);
        Utf8.GetEncoder().Convert(text, bytes, flush: true, out _, out var length, out _); // whole characters, as many as fit
        PutOptionHeader(code, length);
        Advance(length);
    }

    private void PutCount(int code, long count)
    {
        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(value, count);
        PutOption(code, value);
    }

    private void PutOption(int code, ReadOnlySpan<byte> value)
    {
        PutOptionHeader(code, value.Length);
        value.CopyTo(_block.AsSpan(_length));
        Advance(value.Length);
    }

    private void PutOptionHeader(int code, int length)
    {
        PutUInt16((ushort)code);
        PutUInt16((ushort)length);
    }

    /// <summary>Nanoseconds since 1970, the upper half first.</summary>
    private void PutTime(DateTimeOffset at)
    {
        // A tick is 100 ns; 64 bits of nanoseconds last until 2554.
        var nanoseconds = (ulong)Math.Max(0, at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * 100;
        PutUInt32((uint)(nanoseconds >> 32));
        PutUInt32((uint)nanoseconds);
    }

    private void PutUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_block.AsSpan(_length), value);
        _length += 2;
    }

    private void PutUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(_length), value);
        _length += 4;
    }

    private void PutUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_block.AsSpan(_length), value);
        _length += 8;
    }

    /// <summary>Passes over bytes that were put, and pads them with zeros.</summary>
    private void Advance(int length)
    {
        var padded = PcapngFormat.Padded(length);
        _block.AsSpan(_length + length, padded - length).Clear();
        _length += padded;
    }
}
