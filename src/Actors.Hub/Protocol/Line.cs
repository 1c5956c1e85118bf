namespace Actors.Hub.Protocol;

/// <summary>
/// One text that leaves the hub, held once, with a newline at its end: who is in line mode gets all of it, everyone else all but that
/// newline. So it is encoded once, whoever receives it.
/// </summary>
public readonly struct Line
{
    private static readonly byte[] Empty = [(byte)'\n'];
    private readonly byte[]? _withNewline;

    internal Line(byte[] withNewline) => _withNewline = withNewline;

    /// <summary>A line of these bytes, which may be any.</summary>
    public static Line Of(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length + 1];
        text.CopyTo(bytes);
        bytes[^1] = (byte)'\n';
        return new Line(bytes);
    }

    /// <summary>A line of these bytes, one part after the other.</summary>
    public static Line Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var bytes = new byte[first.Length + second.Length + 1];
        first.CopyTo(bytes);
        second.CopyTo(bytes.AsSpan(first.Length));
        bytes[^1] = (byte)'\n';
        return new Line(bytes);
    }

    /// <summary>Bytes of the text, the newline not counted.</summary>
    public int Length => Bytes.Length - 1;

    /// <summary>What a receiver gets.</summary>
    public ReadOnlyMemory<byte> For(bool lineMode) => lineMode ? Bytes : Bytes.AsMemory(0, Length);

    private byte[] Bytes => _withNewline ?? Empty;
}
