namespace Actors.Hub.Backplane;

/// <summary>
/// The way to the other nodes. It knows no actor, and the hub knows nothing of what it stands on; <c>BackplaneContract</c> is the suite that
/// each implementation passes.
/// <para/>
/// Calls come from one thread at a time. None of them blocks, whatever the other side does (slow, hung, gone): what it cannot do now, it does
/// later by itself, or refuses. Nothing in it is without a bound.
/// <para/>
/// Disposing ends it within a second, whatever the other side does; what was taken and is on its way gets what it can of that second. The
/// sink hears nothing once that has completed. A second call does nothing.
/// </summary>
public interface IBackplane : IAsyncDisposable
{
    /// <summary>What it is and what it stands on, for the operator: one line without credentials, such as <c>rabbitmq at 10.0.0.1:5672</c>.</summary>
    string Description { get; }

    /// <summary>Begins to connect, and returns; called once, before anything else.</summary>
    /// <param name="self">This node and its life, from now until it is disposed.</param>
    /// <param name="sink">Hears of everything that comes; see there.</param>
    void Start(NodeIncarnation self, IBackplaneSink sink);

    /// <summary>
    /// From some moment soon, what other nodes say in this room comes; it holds through disconnections. A room that is subscribed already
    /// stays so.
    /// </summary>
    void Subscribe(RoomName room);

    /// <summary>From some moment soon, what other nodes say in this room comes no more.</summary>
    void Unsubscribe(RoomName room);

    /// <summary>
    /// Takes a message of this node's to hand to every node that is subscribed to its room, in the order in which they were taken.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="connection">
    /// The connection that the hub knows of. In another it is refused: what was on its way in the one that is over must come before it, and the
    /// hub, who is yet to hear of that, alone can see to it. Otherwise the others would take that for something that they have heard.
    /// </param>
    /// <returns>
    /// True: it was taken, and <see cref="IBackplaneSink.Settled"/> tells what became of it, possibly before this returns. False: not now,
    /// since it is not connected, or by another connection, or as much as it takes unsettled (at least 1, at most some thousands) is on its
    /// way. The caller keeps it, and tries again after the next <see cref="IBackplaneSink.Settled"/> or <see cref="IBackplaneSink.Up"/>.
    /// </returns>
    bool TryPublish(BackplaneMessage message, long connection);

    /// <summary>Tells every other node, whatever rooms it is subscribed to. Nobody hears whether it arrived.</summary>
    /// <returns>False where it could not be sent now: it is forgotten.</returns>
    bool TryTell(NodeNews news);
}
