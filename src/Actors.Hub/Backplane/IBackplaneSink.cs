namespace Actors.Hub.Backplane;

/// <summary>
/// What an <see cref="IBackplane"/> tells its hub. It calls from threads of its own, or from within a call of the hub's, but never two calls
/// at once; no call blocks, and none throws.
/// </summary>
public interface IBackplaneSink
{
    /// <summary>
    /// It is connected; from now on it takes messages. What it took in an earlier connection and has not settled, it has forgotten, as far as
    /// the hub is concerned: the hub publishes it again, the oldest first. Subscriptions are kept and need not be made again.
    /// </summary>
    /// <param name="connection">Which one: another number than any before. <see cref="IBackplane.TryPublish"/> wants it.</param>
    void Up(long connection);

    /// <summary>
    /// It is not connected any more, or could not be: it tries again by itself, and says <see cref="Up"/>. What was taken and not settled
    /// will not be settled, whether it arrived or not.
    /// </summary>
    /// <param name="why">For the operator: one line without credentials.</param>
    void Down(string why);

    /// <summary>
    /// Another node said something in a room that this one is subscribed to. Each node's messages of a room come in the order of their
    /// sequence; one may come again, then all that followed it may too. The node's own messages do not come.
    /// </summary>
    void Heard(BackplaneMessage message);

    /// <summary>Another node told something of itself; in the order in which it did. The node's own news does not come.</summary>
    void Told(NodeNews news);

    /// <summary>
    /// What became of a message that <see cref="IBackplane.TryPublish"/> took: once for each, unless <see cref="Down"/> comes before.
    /// </summary>
    void Settled(BackplaneMessage message, PublishOutcome outcome);

    /// <summary>Something came that no node of ours wrote; it is gone.</summary>
    /// <param name="why">For the operator: one line without any of its bytes.</param>
    void Rejected(string why);

    /// <summary>Something failed within what it stands on that nobody waits for: harmless, but counted.</summary>
    /// <param name="why">For the operator: one line without credentials.</param>
    void Overlooked(string why);
}
