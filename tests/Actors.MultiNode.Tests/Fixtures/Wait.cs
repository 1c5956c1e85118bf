using System.Diagnostics;
using Xunit.Sdk;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Waits for what other processes do: a condition, a reason, and a bound that only a fault reaches.</summary>
internal static class Wait
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static async Task Until(string reason, Func<Task<bool>> condition)
    {
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        for (var watch = Stopwatch.StartNew(); !await condition(); await glances.WaitForNextTickAsync())
            if (watch.Elapsed > Bound) throw new XunitException($"Waited {Bound.TotalSeconds} s until {reason}.");
    }
}
