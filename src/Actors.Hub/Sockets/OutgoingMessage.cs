using System.Diagnostics;
using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Rooms;

namespace Actors.Hub.Sockets;

/// <summary>
/// One line on its way out of the hub, with the lease of the datagram that it came of: pooled, so that saying something allocates nothing.
/// It has one owner at a time, who releases it, or hands it on:
/// <code>
/// written by the service ─ client ─┬─ said ──────▶ room ─ with its recipients ─▶ socket: collected, sent, released
///                                  ├─ a reply ─────────────────────────────────▶ socket: sent, released
///                                  └─ for the operator ─▶ room ─▶ hub ─▶ desk: read, released
/// </code>
/// What dies in dead letters is replaced and counted (<see cref="LostLeaseCollector"/>).
/// </summary>
/// <remarks>
/// Like <see cref="ReceivedDatagram"/>: in Debug builds every use after release, and a second release, throws. In Release builds a second
/// release is ignored, so that the pool stays whole.
/// </remarks>
internal sealed class OutgoingMessage(OutgoingMessagePool? pool, LineWriter line)
{
    private const int Free = 0;
    private const int Rented = 1;

    private int _state = Rented;
    private EndpointKey _endpoint;
    private Recipients? _recipients;
    private ReceivedDatagram? _cause;

    /// <summary>What is sent.</summary>
    public LineWriter Line
    {
        get
        {
            ThrowIfReleased();
            return line;
        }
    }

    /// <summary>The datagram that it came of, whose lease it owns; null for what the hub says itself, and for what another node's member said.</summary>
    public ReceivedDatagram? Cause
    {
        get
        {
            ThrowIfReleased();
            return _cause;
        }
    }

    /// <summary>Who said it; or, where it has no <see cref="Recipients"/>, to whom it goes.</summary>
    public EndpointKey Endpoint
    {
        get
        {
            ThrowIfReleased();
            return _endpoint;
        }
    }

    /// <summary>Whether <see cref="Endpoint"/>, being sent this, gets the newline too.</summary>
    public bool LineMode { get; private set; }

    /// <summary>Who gets it; null for one that goes to <see cref="Endpoint"/> alone, and before the room has said who.</summary>
    public Recipients? Recipients
    {
        get
        {
            ThrowIfReleased();
            return _recipients;
        }
    }

    /// <summary>Whether a member said it, of this node or another: where too much waits, the oldest of these goes first.</summary>
    public bool IsRoomTraffic { get; private set; }

    /// <summary>Its place among what waits at a socket; the <see cref="Outbox"/>'s.</summary>
    public long Number { get; set; }

    public bool IsPooled => pool is not null;

    internal byte[] InlineBuffer => line.Inline;

    /// <summary>From a client: its endpoint says this to the room.</summary>
    public OutgoingMessage SaidBy(EndpointKey endpoint, ReceivedDatagram? cause)
    {
        ThrowIfReleased();
        _endpoint = endpoint;
        _cause = cause;
        IsRoomTraffic = true;
        return this;
    }

    /// <summary>This is for one endpoint alone.</summary>
    public OutgoingMessage For(EndpointKey endpoint, bool lineMode, ReceivedDatagram? cause)
    {
        ThrowIfReleased();
        _endpoint = endpoint;
        _cause = cause;
        LineMode = lineMode;
        return this;
    }

    /// <summary>From a room: these get it.</summary>
    public OutgoingMessage For(Recipients recipients)
    {
        ThrowIfReleased();
        _recipients = recipients;
        return this;
    }

    /// <summary>Gives it back, and the lease of its cause. Once, by its owner, from any thread.</summary>
    /// <exception cref="InvalidOperationException">Debug builds only: it was released before.</exception>
    public void Release()
    {
        if (Interlocked.Exchange(ref _state, Free) == Free)
        {
            ThrowReleasedTwice();
            return;
        }

        var cause = _cause;
        (_cause, _recipients, LineMode, IsRoomTraffic) = (null, null, false, false);
        line.Clear();
        pool?.Return(this);

        // Behind it: as long as a datagram is leased, there is a message for it.
        cause?.Release();
    }

    /// <summary>Makes one that is free live again; called by its pool only.</summary>
    internal void Rent() => Volatile.Write(ref _state, Rented);

    [Conditional("DEBUG")]
    private void ThrowIfReleased()
    {
        if (Volatile.Read(ref _state) == Free)
        {
            throw new InvalidOperationException("This message was released: its owner gave it back, and nobody may use it any more.");
        }
    }

    [Conditional("DEBUG")]
    private static void ThrowReleasedTwice() =>
        throw new InvalidOperationException("This message was released twice: it has one owner, who releases it once.");
}
