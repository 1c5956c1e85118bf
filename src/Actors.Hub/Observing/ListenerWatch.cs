using Actors.Datagrams;
using Actors.Hub.Sockets;

namespace Actors.Hub.Observing;

/// <summary>
/// Where a listener's actors say what became of its datagrams. Who gives up a lease says so here, once for each datagram: when it is
/// released, or before it goes on to be released by whoever sends the answer.
/// </summary>
internal sealed class ListenerWatch(BoundListener listener, HubObservers observers)
{
    /// <summary>Whether anybody watches.</summary>
    public bool IsOn => observers.Current is not null;

    /// <summary>A datagram's end is decided; the lease is still the caller's.</summary>
    public void Received(ReceivedDatagram datagram, Verdict verdict) => observers.Current?.Received(listener, datagram, verdict);

    /// <summary>A datagram has met its end: says so, and gives the lease back.</summary>
    public void Release(ReceivedDatagram datagram, Verdict verdict)
    {
        Received(datagram, verdict);
        datagram.Release();
    }

    /// <summary>What a message came of has met its end: says so, and gives back the message with the lease.</summary>
    public void Release(OutgoingMessage message, Verdict verdict)
    {
        if (IsOn && message.Cause is { } cause)
        {
            Received(cause, verdict);
        }

        message.Release();
    }

    /// <summary>A datagram was handed to the system.</summary>
    public void Sent(EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict) =>
        observers.Current?.Sent(listener, to, payload, at, verdict);
}
