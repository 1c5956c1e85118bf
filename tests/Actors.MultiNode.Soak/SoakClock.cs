using System.Diagnostics;

namespace Actors.MultiNode.Soak;

/// <summary>The pace of what is measured by the clock on the wall.</summary>
internal static class SoakClock
{
    /// <summary>Lets so much time pass; none where it is past already.</summary>
    public static async Task PassAsync(TimeSpan time)
    {
        if (time < TimeSpan.FromMilliseconds(1)) return;
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }

    /// <summary>Waits until something is so; looks every 20 ms.</summary>
    /// <returns>Whether it was so in time.</returns>
    public static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan within)
    {
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < within; await glances.WaitForNextTickAsync())
        {
            if (condition()) return true;
        }

        return condition();
    }
}
