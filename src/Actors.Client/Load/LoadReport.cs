namespace Actors.Client.Load;

/// <summary>What a load measured.</summary>
/// <param name="Options">What it was to be.</param>
/// <param name="Joined">Members that heard something.</param>
/// <param name="Accounts">What was said and heard.</param>
/// <param name="Seconds">From the first message that counts to the last delivery, at least as long as messages were said.</param>
/// <param name="Others">Datagrams of the hub that were no message of this load.</param>
/// <param name="FirstOther">The first of them, safe to print; null where there was none.</param>
/// <param name="Server">The hub's costs, when they were asked for.</param>
/// <param name="Client">What may have been our own fault.</param>
internal sealed record LoadReport(
    LoadOptions Options,
    int Joined,
    LoadAccounts Accounts,
    double Seconds,
    long Others,
    string? FirstOther,
    LoadReport.ServerShare? Server,
    LoadReport.ClientShare Client)
{
    /// <summary>All datagrams of the load, from the first member's joining to the last one's leaving.</summary>
    public required TrafficTotals Traffic { get; init; }

    public double DeliveriesPerSecond => Accounts.Delivered / Seconds;

    public double RoundTripsPerSecond => Accounts.Arrived / Seconds;

    /// <summary>Deliveries that never came, and that our own kernel did not drop.</summary>
    public long Lost => Math.Max(0, Accounts.Expected - Accounts.Delivered - Client.KernelDropped);

    /// <summary>Datagrams of the whole load, whether they count or not.</summary>
    /// <param name="Sent">Sent, heartbeats and the last words included.</param>
    /// <param name="Messages">How many of them were messages.</param>
    /// <param name="Received">Received, by any member.</param>
    /// <param name="KernelDropped">Dropped by the kernel at our sockets.</param>
    internal sealed record TrafficTotals(long Sent, long Messages, long Received, long KernelDropped);

    /// <summary>What the hub took.</summary>
    /// <param name="CpuNanoseconds">CPU time of the counted part.</param>
    /// <param name="ResidentBytes">Resident memory at its end.</param>
    internal sealed record ServerShare(long CpuNanoseconds, long ResidentBytes);

    /// <summary>What this program did.</summary>
    /// <param name="Busy">The share of the time that its one working thread was busy, 0 to 1.</param>
    /// <param name="Waiting">The share of the time that it was ready to work, and had no core.</param>
    /// <param name="KernelDropped">Datagrams that the kernel dropped at its sockets.</param>
    /// <param name="Refused">Datagrams that this machine refused to send.</param>
    /// <param name="Strangers">Datagrams from others than the hub.</param>
    /// <param name="Members">How the members reach the hub.</param>
    /// <param name="Concern">What else may make the figures worse than the hub is.</param>
    internal sealed record ClientShare(
        double Busy, double Waiting, long KernelDropped, long Refused, long Strangers, string Members, string? Concern)
    {
        /// <summary>From there on, what is measured may be us.</summary>
        private const double BusyLimit = 0.85;

        public bool IsNearItsLimit => Busy + Waiting > BusyLimit || KernelDropped > 0 || Refused > 0;
    }
}
