using System.Buffers.Binary;
using System.Text;

namespace Actors.Backplane.RabbitMq.Wire;

/// <summary>
/// Reads the fields of a body one after the other. What is not there, or not as it should be, is read as zero and remembered:
/// <see cref="IsSound"/> tells at the end, and nothing throws.
/// </summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = body;
    private bool _failed;

    /// <summary>Whether everything that was read was there.</summary>
    public readonly bool IsSound => !_failed;

    /// <summary>Whether there is nothing more.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Remembers that a value cannot be.</summary>
    public void Fail() => _failed = true;

    public byte Byte() => Next(1) is [var value] ? value : (byte)0;

    public int UInt16() => Next(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : 0;

    public uint UInt32() => Next(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;

    public long Int64() => Next(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;

    public string Text()
    {
        var bytes = Next(Byte());
        // Valid UTF-8 only: what is replaced would be another name. Checked first, since a stranger's bytes throw nothing here.
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Strict.GetString(bytes);
        _failed = true;
        return "";
    }

    public ReadOnlySpan<byte> Next(int count)
    {
        if (_failed || _rest.Length < count)
        {
            _failed = true;
            return default;
        }

        var next = _rest[..count];
        _rest = _rest[count..];
        return next;
    }

    public ReadOnlySpan<byte> Rest() => Next(_rest.Length);
}
