using System.Diagnostics;
using Xunit.Sdk;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>Waits for what another process does: a condition, a reason, and a bound that only a fault reaches.</summary>
internal static class Wait
{
    /// <summary>Ten times what the slowest step takes on two busy cores.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task Until(string reason, Func<bool> condition, Func<string>? otherwise = null)
    {
        using var glances = new PeriodicTimer(Glance);
        for (var watch = Stopwatch.StartNew(); !condition(); await glances.WaitForNextTickAsync())
            if (watch.Elapsed > Bound)
                throw new XunitException($"Waited {Bound.TotalSeconds} s until {reason}.{(otherwise is null ? "" : "\n" + otherwise())}");
    }
}
