using System.Buffers;
using System.Diagnostics;

namespace Actors.Datagrams;

/// <summary>
/// One datagram that was received, as a lease of a <see cref="DatagramPool"/>. It has one owner at a time: the receive thread, then whoever
/// got the <see cref="DatagramBatch"/>, then whoever that one hands it to. The last owner calls <see cref="Release"/> once, and nobody
/// reads it afterwards.
/// </summary>
/// <remarks>
/// In Debug builds every use after release, and a second release, throws <see cref="InvalidOperationException"/>: a lease object is used
/// once there, so that a stale reference can never meet the next datagram. In Release builds a second release is ignored, so that the pool
/// stays whole; a stale reference may then read another datagram's bytes, which is the mistake that Debug finds. Not thread-safe but for
/// <see cref="Release"/>.
/// </remarks>
public sealed class ReceivedDatagram
{
    /// <summary>
    /// What a lease holds without renting: above a full Ethernet frame's 1,472 bytes, so that only fragmented datagrams rent.
    /// </summary>
    internal const int InlineBytes = 2_048;

    private const int Free = 0;
    private const int Leased = 1;

    private readonly DatagramPool? _pool;
    private readonly byte[] _inline;
    private byte[]? _rented;
    private int _length;
    private int _state = Leased;
    private EndpointKey _source;
    private DateTimeOffset _receivedAt;

    internal ReceivedDatagram(DatagramPool? pool, byte[] inline)
    {
        _pool = pool;
        _inline = inline;
    }

    /// <summary>Who sent it.</summary>
    public EndpointKey Source
    {
        get
        {
            ThrowIfReleased();
            return _source;
        }
    }

    /// <summary>Its payload, whole; valid until <see cref="Release"/>. Empty for an empty datagram, which is a datagram too.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ThrowIfReleased();
            return (_rented ?? _inline).AsSpan(0, _length);
        }
    }

    /// <summary>The length of the payload, 0 to 65,535 bytes (65,507 over IPv4: 65,535 less headers of 20 and 8, RFC 768).</summary>
    public int Length
    {
        get
        {
            ThrowIfReleased();
            return _length;
        }
    }

    /// <summary>When the receive thread took it from the kernel, by the clock that it was given.</summary>
    public DateTimeOffset ReceivedAt
    {
        get
        {
            ThrowIfReleased();
            return _receivedAt;
        }
    }

    /// <summary>Whether the lease was given back.</summary>
    public bool IsReleased => Volatile.Read(ref _state) == Free;

    /// <summary>Whether a pool waits for it; not so for one that <see cref="Create"/> made.</summary>
    public bool IsPooled => _pool is not null;

    internal byte[] Inline => _inline;

    /// <summary>
    /// Makes a datagram of no pool, for tests and for transports other than UDP. <see cref="Release"/> is checked as for any other.
    /// </summary>
    /// <param name="source">Who sent it.</param>
    /// <param name="bytes">The payload; copied.</param>
    /// <param name="receivedAt">When it came.</param>
    public static ReceivedDatagram Create(EndpointKey source, ReadOnlySpan<byte> bytes, DateTimeOffset receivedAt)
    {
        var datagram = new ReceivedDatagram(null, new byte[bytes.Length]);
        datagram.Fill(source, bytes, receivedAt);
        return datagram;
    }

    /// <summary>
    /// Puts a datagram into a lease fresh from the pool, before it is handed on. For those who write an <see cref="IDatagramSocket"/>.
    /// </summary>
    /// <param name="source">Who sent it.</param>
    /// <param name="bytes">The payload; copied. A large one (above 2,048 bytes) rents its buffer until release.</param>
    /// <param name="receivedAt">When it came.</param>
    public void Fill(EndpointKey source, ReadOnlySpan<byte> bytes, DateTimeOffset receivedAt)
    {
        ThrowIfReleased();
        if (bytes.Length > _inline.Length && (_rented is null || bytes.Length > _rented.Length))
        {
            ReturnRented();
            _rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
        }

        bytes.CopyTo(_rented ?? _inline);
        _length = bytes.Length;
        _source = source;
        _receivedAt = receivedAt;
    }

    /// <summary>Gives the lease back. Once, by its owner, from any thread.</summary>
    /// <exception cref="InvalidOperationException">Debug builds only: it was released before.</exception>
    public void Release()
    {
        if (Interlocked.Exchange(ref _state, Free) == Free)
        {
            ThrowReleasedTwice();
            return;
        }

        ReturnRented();
        _length = 0;
        _pool?.Return(this);
    }

    /// <summary>Makes a free lease live again; called by its pool only.</summary>
    internal void Lease() => Volatile.Write(ref _state, Leased);

    private void ReturnRented()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [Conditional("DEBUG")]
    private void ThrowIfReleased()
    {
        if (IsReleased)
        {
            throw new InvalidOperationException("This datagram was released: its owner gave it back, and nobody may use it any more.");
        }
    }

    [Conditional("DEBUG")]
    private static void ThrowReleasedTwice() =>
        throw new InvalidOperationException("This datagram was released twice: a lease has one owner, who releases it once.");
}
