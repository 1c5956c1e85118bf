namespace Akka.Actor;

/// <summary>What was scheduled through the public interfaces: once, or again every so often until it throws or is cancelled.</summary>
internal abstract class ScheduledEntry(long intervalTicks, ICancelable? cancelable) : WheelEntry
{
    /// <summary>The interval of what happens once.</summary>
    internal const long Once = 0;

    internal sealed override bool IsCancelled => cancelable is { IsCancellationRequested: true };

    internal sealed override long OnDue(long nowTicks)
    {
        Run();
        if (intervalTicks == Once || IsCancelled) return Out;
        // At a fixed rate; but what was missed while the process did not run is not made up for in a burst.
        var next = After(DueTicks, intervalTicks);
        return next > nowTicks ? next : After(nowTicks, intervalTicks);
    }

    protected abstract void Run();
}
