using System.Diagnostics.CodeAnalysis;
using Actors.Datagrams;
using Actors.Hub.Rooms;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>
/// What a socket knows of an endpoint that nobody serves at the moment: what came for it, until it is known who is to get it.
/// <code>
/// asked (the room has its datagram) ─▶ served: no longer kept here ─▶ leaving ─▶ asked again, if datagrams were held; else forgotten
/// </code>
/// </summary>
/// <param name="leaving">Who served it and still leaves; null where the room is asked.</param>
internal sealed class EndpointEntry(IActorRef? leaving = null)
{
    private Queue<ReceivedDatagram>? _held;
    private List<RoomEvents.Moving>? _moving;

    /// <summary>Whether the room is asked.</summary>
    public bool IsAsked => leaving is null;

    /// <summary>Those of the room's that are answered when nothing is held here any more.</summary>
    public IReadOnlyList<RoomEvents.Moving> Moving => _moving ?? (IReadOnlyList<RoomEvents.Moving>)[];

    /// <summary>Keeps a datagram until it is known who is to get it. The pool of leases bounds how many there can be.</summary>
    public void Hold(ReceivedDatagram datagram) => (_held ??= []).Enqueue(datagram);

    public bool TryTakeHeld([NotNullWhen(true)] out ReceivedDatagram? datagram)
    {
        datagram = null;
        return _held is not null && _held.TryDequeue(out datagram);
    }

    public void AnswerLater(RoomEvents.Moving moving) => (_moving ??= []).Add(moving);

    /// <summary>Whether it is this client that leaves.</summary>
    public bool IsOf(IActorRef client) => client.Equals(leaving);

    /// <summary>Nobody's any more; what the last client kept goes before what was held meanwhile.</summary>
    public void GoneWith(IReadOnlyList<ReceivedDatagram> kept)
    {
        leaving = null;
        if (kept.Count > 0)
        {
            _held = new Queue<ReceivedDatagram>([.. kept, .. _held ?? []]);
        }
    }
}
