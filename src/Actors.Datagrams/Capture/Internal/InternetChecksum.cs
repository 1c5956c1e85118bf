using System.Buffers.Binary;

namespace Actors.Datagrams.Capture.Internal;

/// <summary>The sum of IP and UDP headers: the ones' complement of the ones' complement sum of all 16-bit words (RFC 1071).</summary>
internal static class InternetChecksum
{
    /// <summary>Adds bytes to a sum; an odd last byte counts as if a zero followed, so only the last part may be of odd length.</summary>
    public static ulong Add(ulong sum, ReadOnlySpan<byte> bytes)
    {
        // Four words at once: 2^32 is 1 modulo 2^16 - 1, so the folding at the end makes them the same sum. 64 bits hold 2^32 of them.
        while (bytes.Length >= 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
            bytes = bytes[4..];
        }

        if (bytes.Length >= 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
            bytes = bytes[2..];
        }

        return bytes.Length == 1 ? sum + ((ulong)bytes[0] << 8) : sum;
    }

    /// <summary>The checksum that a sum makes; 0 over bytes that hold their own checksum means that it is right.</summary>
    public static ushort Finish(ulong sum)
    {
        while (sum >> 16 != 0)
        {
            sum = (sum & 0xffff) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}
