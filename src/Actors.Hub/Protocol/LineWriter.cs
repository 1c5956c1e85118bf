using System.Buffers;
using System.Text;

namespace Actors.Hub.Protocol;

/// <summary>
/// Where a service writes its answer: one line, held once and with a newline at its end, which only those in line mode get. The hub uses it
/// again and again, so writing costs no allocation; it is the service's until <see cref="Services.IConversation.Hear"/> returns.
/// </summary>
public sealed class LineWriter : IBufferWriter<byte>
{
    /// <summary>Longest line, in bytes without its newline: a UDP payload over IPv4, 65,535 − 8 UDP − 20 IP (RFC 768).</summary>
    public const int MaxLength = 65_507;

    /// <summary>What it holds without renting: the chat's longest answer by default, 960 + 59 with its newline.</summary>
    internal const int InlineBytes = 1_024;

    private readonly byte[] _inline;
    private byte[] _buffer;
    private int _length;

    /// <summary>An empty line, for tests of services.</summary>
    public LineWriter()
        : this(GC.AllocateUninitializedArray<byte>(InlineBytes))
    {
    }

    internal LineWriter(byte[] inline)
    {
        _inline = _buffer = inline;
        Clear();
    }

    /// <summary>Bytes written, the newline not counted.</summary>
    public int Length => _length;

    /// <summary>What was written, the newline left out.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _length);

    /// <summary>The buffer to use again; rented ones went back to where they came from.</summary>
    internal byte[] Inline => _inline;

    /// <summary>What a receiver gets: with the newline in line mode, otherwise exactly what was written.</summary>
    public ReadOnlySpan<byte> For(bool lineMode) => _buffer.AsSpan(0, lineMode ? _length + 1 : _length);

    /// <summary>Adds bytes, whatever they are.</summary>
    /// <exception cref="InvalidOperationException">The line would be longer than <see cref="MaxLength"/>.</exception>
    public LineWriter Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Extend(bytes.Length));
        return this;
    }

    /// <summary>Adds text in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">The line would be longer than <see cref="MaxLength"/>.</exception>
    public LineWriter Append(string text)
    {
        Encoding.UTF8.GetBytes(text, Extend(Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    /// <summary>Adds a number of bytes, and gives them to be written to: they may hold anything before.</summary>
    /// <param name="bytes">How many, 0 or more.</param>
    /// <exception cref="InvalidOperationException">The line would be longer than <see cref="MaxLength"/>.</exception>
    public Span<byte> Extend(int bytes)
    {
        MakeRoomFor(bytes);
        var added = _buffer.AsSpan(_length, bytes);
        Advance(bytes);
        return added;
    }

    /// <summary>Counts bytes that were written to what <see cref="GetSpan"/> gave.</summary>
    /// <param name="count">How many, 0 or more, and no more than were given.</param>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Free);
        _length += count;
        _buffer[_length] = (byte)'\n';
    }

    /// <summary>Room for so many bytes more, or for some.</summary>
    /// <exception cref="InvalidOperationException">The line would be longer than <see cref="MaxLength"/>.</exception>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc cref="GetSpan"/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoomFor(Math.Max(1, sizeHint));
        return _buffer.AsMemory(_length, Free);
    }

    /// <summary>Begins an empty line.</summary>
    public void Clear()
    {
        if (_buffer != _inline)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = _inline;
        }

        _length = 0;
        _buffer[0] = (byte)'\n';
    }

    /// <summary>The line as UTF-8, for people.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Text);

    /// <summary>What may yet be written to the buffer: all but a place for the newline.</summary>
    private int Free => Math.Min(_buffer.Length - 1, MaxLength) - _length;

    private void MakeRoomFor(int bytes)
    {
        if (bytes <= Free)
        {
            return;
        }

        if (bytes > MaxLength - _length)
        {
            throw new InvalidOperationException($"A line has at most {MaxLength} bytes; it has {_length}, and {bytes} more do not fit.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(Math.Max(2 * _buffer.Length, _length + bytes + 1), MaxLength + 1));
        Text.CopyTo(larger);
        if (_buffer != _inline)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
