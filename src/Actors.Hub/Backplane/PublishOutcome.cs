namespace Actors.Hub.Backplane;

/// <summary>What became of a message that an <see cref="IBackplane"/> took to publish.</summary>
public enum PublishOutcome
{
    /// <summary>The other side has it, and will hand it to every node that is subscribed and reachable.</summary>
    Confirmed,

    /// <summary>The other side said no: its queue is full, say. Publishing it again is not expected to help.</summary>
    Refused,
}
