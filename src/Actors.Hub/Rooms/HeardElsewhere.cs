namespace Actors.Hub.Rooms;

/// <summary>
/// What members of other nodes, or of other rooms of the same name, have said and the members here have yet to be sent. A broker that comes
/// back brings much at once; so it is handed to the socket in parts, each when the one before was sent, and fills nothing there that what is
/// said here needs. It is bounded by the credits that each of it has.
/// </summary>
internal sealed class HeardElsewhere
{
    /// <summary>Messages of a part: what leaves for a member in one system call (64 segments, UDP_MAX_SEGMENTS of Linux).</summary>
    public const int Part = 64;

    private readonly Queue<ReadOnlyMemory<byte>> _waiting = [];
    private bool _isBeingSent;

    public void Add(ReadOnlyMemory<byte> line) => _waiting.Enqueue(line);

    /// <summary>Begins a part, unless there is nothing to send or one is being sent; <see cref="TryTake"/> gives what is in it.</summary>
    public bool TryBegin()
    {
        if (_isBeingSent || _waiting.Count == 0)
        {
            return false;
        }

        _isBeingSent = true;
        return true;
    }

    public bool TryTake(out ReadOnlyMemory<byte> line) => _waiting.TryDequeue(out line);

    /// <summary>The part was sent.</summary>
    public void Sent() => _isBeingSent = false;
}
