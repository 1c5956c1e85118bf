using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace Actors.Client.Load;

/// <summary>
/// A line that a load says. It survives a hub's capitals, since its letters are capitals already:
/// <code>
/// line = run number time filler  ; 4, 12 and 16 hexadecimal digits: which load, which message, sent at which nanosecond
/// heard = "Ack " line ". from " …    ; the documents' Python server says "Ack b'" line "'. from " …
/// </code>
/// Pure.
/// </summary>
internal static class LoadLine
{
    /// <summary>The least that a line takes: the digits.</summary>
    public const int Bytes = 32;

    /// <summary>The most: 65,507 bytes are the longest payload of a datagram, and 100 leave room for what a hub puts around it.</summary>
    public const int MostBytes = 65_407;

    /// <summary>The most that is heard of it: "Ack b'" 6, "'. from " 8, an IPv6 endpoint 46 and a newline make 61; rounded up.</summary>
    public const int MostHeard = MostBytes + 64;

    private const int NumberBits = 48;

    private static ReadOnlySpan<byte> Before => "Ack "u8;

    /// <summary>Writes a line over the whole of <paramref name="line"/>, which is at least <see cref="Bytes"/> long.</summary>
    /// <param name="line">Where to.</param>
    /// <param name="run">The load, 0 to 65,535.</param>
    /// <param name="number">The message, 0 to 2^48 - 1.</param>
    /// <param name="time">When, in nanoseconds of any clock.</param>
    public static void Write(Span<byte> line, ushort run, long number, long time)
    {
        var runAndNumber = ((ulong)run << NumberBits) | (ulong)number;
        runAndNumber.TryFormat(line, out var first, "X16", CultureInfo.InvariantCulture);
        ((ulong)time).TryFormat(line[first..], out _, "X16", CultureInfo.InvariantCulture);
        line[Bytes..].Fill((byte)'x');
    }

    /// <summary>Reads what was heard; false where it is no line of this load.</summary>
    public static bool TryRead(ReadOnlySpan<byte> heard, ushort run, out long number, out long time)
    {
        (number, time) = (0, 0);
        if (!heard.StartsWith(Before)) return false;
        heard = heard[Before.Length..];
        if (heard is [(byte)'b', (byte)'\'', ..]) heard = heard[2..];
        if (heard.Length < Bytes) return false;

        Span<byte> numbers = stackalloc byte[Bytes / 2];
        if (Convert.FromHexString(heard[..Bytes], numbers, out _, out _) != OperationStatus.Done) return false;
        var runAndNumber = BinaryPrimitives.ReadUInt64BigEndian(numbers);
        if (runAndNumber >> NumberBits != run) return false;
        number = (long)(runAndNumber & ((1UL << NumberBits) - 1));
        time = BinaryPrimitives.ReadInt64BigEndian(numbers[(Bytes / 4)..]);
        return true;
    }
}
