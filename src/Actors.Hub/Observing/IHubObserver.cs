using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>
/// Sees every datagram of the hub, once, with what became of it. It is called by many of the hub's threads at once, in the middle of their
/// work: it returns soon, waits for nothing, throws nothing, and keeps nothing of what it is shown.
/// </summary>
public interface IHubObserver
{
    /// <summary>A datagram has met its end, which may be later than another that came after it.</summary>
    /// <param name="listener">Where it came in.</param>
    /// <param name="datagram">The datagram, with its sender and the time of its arrival; gone when this returns.</param>
    /// <param name="verdict">What became of it.</param>
    void Received(BoundListener listener, ReceivedDatagram datagram, Verdict verdict);

    /// <summary>A datagram was handed to the system.</summary>
    /// <param name="listener">Where it goes out.</param>
    /// <param name="to">To whom.</param>
    /// <param name="payload">Its payload; gone when this returns.</param>
    /// <param name="at">When, by the clock that also stamps what is received.</param>
    /// <param name="verdict">Whether the system took it.</param>
    void Sent(BoundListener listener, EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict);
}
