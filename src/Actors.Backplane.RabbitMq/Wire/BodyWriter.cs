using System.Buffers.Binary;
using System.Text;

namespace Actors.Backplane.RabbitMq.Wire;

/// <summary>Writes the fields of a body one after the other into an array that grows, and is used again.</summary>
internal sealed class BodyWriter
{
    private byte[] _bytes = new byte[2_048];
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void Byte(byte value) => Next(1)[0] = value;

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Next(2), checked((ushort)value));

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Next(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(8), value);

    /// <summary>One byte of length, and so many bytes of UTF-8.</summary>
    /// <exception cref="OverflowException">It is longer than 255 bytes.</exception>
    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Byte(checked((byte)length));
        Encoding.UTF8.GetBytes(value, Next(length));
    }

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Next(value.Length));

    private Span<byte> Next(int count)
    {
        if (_bytes.Length - _length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        var next = _bytes.AsSpan(_length, count);
        _length += count;
        return next;
    }
}
