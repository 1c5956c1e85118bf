using System.Diagnostics;

namespace Akka.Actor.Internal;

/// <summary>How often a child was restarted within the current window.</summary>
public class ChildRestartStats : IChildStats
{
    /// <summary>Stats of <paramref name="child"/>.</summary>
    public ChildRestartStats(IInternalActorRef child, uint maxNrOfRetriesCount = 0, long restartTimeWindowStartTicks = 0)
    {
        Child = child;
        MaxNrOfRetriesCount = maxNrOfRetriesCount;
        RestartTimeWindowStartTicks = restartTimeWindowStartTicks;
    }

    /// <summary>The child.</summary>
    public IInternalActorRef Child { get; }

    /// <summary>Which incarnation of its path it is.</summary>
    public long Uid => Child.Path.Uid;

    /// <summary>Restarts within the window.</summary>
    public uint MaxNrOfRetriesCount { get; private set; }

    /// <summary>When the window began, in <see cref="TimeSpan"/> ticks of a monotonic clock; 0 for not yet.</summary>
    public long RestartTimeWindowStartTicks { get; private set; }

    /// <summary>
    /// Counts a restart and says whether it is allowed: at most <paramref name="maxNrOfRetries"/> (negative: any number) within
    /// <paramref name="withinTimeMilliseconds"/> (not positive: ever).
    /// </summary>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0) return false;
        if (withinTimeMilliseconds <= 0)
            return maxNrOfRetries < 0 || ++MaxNrOfRetriesCount <= maxNrOfRetries;

        var now = Stopwatch.GetElapsedTime(0).Ticks;
        var window = withinTimeMilliseconds * TimeSpan.TicksPerMillisecond;
        if (RestartTimeWindowStartTicks == 0) RestartTimeWindowStartTicks = now;
        if (now - RestartTimeWindowStartTicks > window)
        {
            RestartTimeWindowStartTicks = now;
            MaxNrOfRetriesCount = 1;
            return true;
        }

        // A window without a number allows one restart in it.
        return ++MaxNrOfRetriesCount <= (maxNrOfRetries < 0 ? 1 : maxNrOfRetries);
    }
}
