namespace Actors.Hub;

/// <summary>Why a member left its room. The numbers are stable: metrics and documents name them.</summary>
public enum LeaveReason
{
    /// <summary>It said so.</summary>
    Quit = 1,

    /// <summary>Nothing came from it for the interval and the grace: it was evicted.</summary>
    Silent = 2,

    /// <summary>Its client failed five times within a minute: stopped, and the endpoint is in quarantine.</summary>
    Failed = 3,

    /// <summary>The hub stopped, and said Bye!.</summary>
    HubStopping = 4,

    /// <summary>A peer stopped the service.</summary>
    ServiceStopped = 5,

    /// <summary>Its node, another one, was lost: it stopped without a word, or cannot be reached.</summary>
    NodeLost = 6,
}
