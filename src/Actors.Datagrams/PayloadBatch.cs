namespace Actors.Datagrams;

/// <summary>
/// Payloads that leave together, laid end to end in one buffer, in order; made once and used again and again. Payloads of equal length that
/// follow one another cost least: on Linux they leave as one system call's one message for each destination. Not thread-safe: whoever fills
/// it also sends it.
/// </summary>
public sealed class PayloadBatch
{
    /// <summary>How many bytes a batch holds, unless told otherwise: more than the longest UDP payload (65,507).</summary>
    public const int DefaultCapacityBytes = 65_536;

    /// <summary>How many payloads a batch holds, unless told otherwise: as many as one segmented send takes.</summary>
    public const int DefaultCapacity = 64;

    private readonly byte[] _bytes;
    private readonly int[] _ends;
    private int _count;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="capacityBytes">How many bytes of payload it holds at most, 0 or more.</param>
    /// <param name="capacity">How many payloads it holds at most, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A capacity is below its least.</exception>
    public PayloadBatch(int capacityBytes = DefaultCapacityBytes, int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacityBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _bytes = GC.AllocateUninitializedArray<byte>(capacityBytes);
        _ends = new int[capacity];
    }

    /// <summary>How many payloads are in it.</summary>
    public int Count => _count;

    /// <summary>How many payloads it holds at most.</summary>
    public int Capacity => _ends.Length;

    /// <summary>How many bytes of payload are in it.</summary>
    public int Bytes => _count == 0 ? 0 : _ends[_count - 1];

    /// <summary>How many bytes of payload it holds at most.</summary>
    public int CapacityBytes => _bytes.Length;

    /// <summary>One payload; valid until <see cref="Clear"/>.</summary>
    /// <param name="index">0 to <see cref="Count"/> less 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
            var length = LengthOf(index);
            return _bytes.AsSpan(_ends[index] - length, length);
        }
    }

    /// <summary>All payloads, end to end.</summary>
    internal ReadOnlySpan<byte> EndToEnd => _bytes.AsSpan(0, Bytes);

    /// <summary>Adds a payload at the end; copies it.</summary>
    /// <param name="payload">The payload; may be empty, which is a datagram too.</param>
    /// <returns>False when it does not fit any more: send what is there, <see cref="Clear"/>, and add it again.</returns>
    public bool TryAdd(ReadOnlySpan<byte> payload)
    {
        var end = Bytes;
        if (_count == _ends.Length || payload.Length > _bytes.Length - end)
        {
            return false;
        }

        payload.CopyTo(_bytes.AsSpan(end));
        _ends[_count++] = end + payload.Length;
        return true;
    }

    /// <summary>Empties it, for the next payloads.</summary>
    public void Clear() => _count = 0;

    /// <summary>The length of one payload, which is there.</summary>
    internal int LengthOf(int index) => index == 0 ? _ends[0] : _ends[index] - _ends[index - 1];
}
