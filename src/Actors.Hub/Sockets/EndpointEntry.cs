using System.Diagnostics.CodeAnalysis;
using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>
/// What a socket knows of an endpoint.
/// <code>
/// asked (the room has its datagram) ─▶ served by a client ─▶ leaving ─▶ asked again, if datagrams were held; else forgotten
/// </code>
/// </summary>
internal sealed class EndpointEntry
{
    private Queue<ReceivedDatagram>? _held;

    /// <summary>Who serves it, or still leaves; null while the room is asked.</summary>
    public IActorRef? Client { get; private set; }

    /// <summary>Whether datagrams go to <see cref="Client"/>; else they are held.</summary>
    public bool IsServed { get; private set; }

    /// <summary>Keeps a datagram until it is known who is to get it. The pool of leases bounds how many there can be.</summary>
    public void Hold(ReceivedDatagram datagram) => (_held ??= []).Enqueue(datagram);

    public bool TryTakeHeld([NotNullWhen(true)] out ReceivedDatagram? datagram)
    {
        datagram = null;
        return _held is not null && _held.TryDequeue(out datagram);
    }

    public bool IsOf(IActorRef client) => client.Equals(Client);

    public void ServedBy(IActorRef client)
    {
        Client = client;
        IsServed = true;
    }

    public void Leaving() => IsServed = false;

    /// <summary>Nobody's any more; what the last client kept goes before what was held meanwhile.</summary>
    public void GoneWith(IReadOnlyList<ReceivedDatagram> kept)
    {
        Client = null;
        IsServed = false;
        if (kept.Count > 0)
        {
            _held = new Queue<ReceivedDatagram>([.. kept, .. _held ?? []]);
        }
    }
}
