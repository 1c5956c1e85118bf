namespace Actors.Hub;

/// <summary>What became of a datagram, in kind.</summary>
public enum VerdictKind
{
    /// <summary>Received: it kept its member.</summary>
    Heartbeat,

    /// <summary>Received: it took its member out.</summary>
    Quit,

    /// <summary>Received: the service took it, and there was nothing to answer.</summary>
    Taken,

    /// <summary>Received: the service answered its sender.</summary>
    Answered,

    /// <summary>Received: it was said to a room.</summary>
    Delivered,

    /// <summary>Received: it went no further.</summary>
    Dropped,

    /// <summary>To be sent: the system took it.</summary>
    Sent,

    /// <summary>To be sent: the system refused it.</summary>
    NotSent,
}
