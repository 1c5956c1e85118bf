using System.Buffers.Binary;

namespace Actors.Datagrams.Capture.Internal;

/// <summary>The options at the end of a block, one after the other; the list may end with its end mark or with the block.</summary>
internal ref struct PcapngOptions(ReadOnlySpan<byte> bytes, bool isLittleEndian)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>False once an option was met that does not fit.</summary>
    public bool IsWellFormed { get; private set; } = true;

    public int Code { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next option; false when there is none.</summary>
    public bool MoveNext()
    {
        if (_rest.Length == 0)
        {
            return false;
        }

        if (_rest.Length < 4)
        {
            return IsWellFormed = false;
        }

        Code = UInt16(_rest);
        int length = UInt16(_rest[2..]);
        if (Code == PcapngFormat.EndOfOptions)
        {
            return false;
        }

        if (_rest.Length < 4 + PcapngFormat.Padded(length))
        {
            return IsWellFormed = false;
        }

        Value = _rest.Slice(4, length);
        _rest = _rest[(4 + PcapngFormat.Padded(length))..];
        return true;
    }

    private readonly ushort UInt16(ReadOnlySpan<byte> two) =>
        isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(two) : BinaryPrimitives.ReadUInt16BigEndian(two);
}
