namespace Actors.Hub;

/// <summary>The table of <see cref="LeaveReason"/> for people: the console, metrics and documents show the same words.</summary>
public static class LeaveReasons
{
    /// <summary>Every reason, by number.</summary>
    public static IReadOnlyList<LeaveReason> All { get; } = Enum.GetValues<LeaveReason>();

    /// <summary>What the reason means, in a few words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a reason of the table.</exception>
    public static string Describe(this LeaveReason reason) => reason switch
    {
        LeaveReason.Quit => "said quit",
        LeaveReason.Silent => "silent too long: evicted",
        LeaveReason.Failed => "failed too often: in quarantine",
        LeaveReason.HubStopping => "the hub stopped",
        LeaveReason.ServiceStopped => "the service was stopped",
        LeaveReason.NodeLost => "node lost",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "not a reason of the table"),
    };
}
