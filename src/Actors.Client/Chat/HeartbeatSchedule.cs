namespace Actors.Client.Chat;

/// <summary>
/// When to beat: every half interval, or up to a fifth earlier, so that clients which started together do not beat together; never later,
/// so that one lost heartbeat evicts nobody.
/// </summary>
internal sealed class HeartbeatSchedule(TimeSpan interval, Random random)
{
    private const double Jitter = 0.2;

    /// <summary>The pause before the next heartbeat: 0.4 to 0.5 of the interval.</summary>
    public TimeSpan Next() => interval / 2 * (1 - Jitter * random.NextDouble());
}
