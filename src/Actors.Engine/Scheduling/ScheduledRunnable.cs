using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>A runnable to be run.</summary>
internal sealed class ScheduledRunnable(IRunnable action, long intervalTicks, ICancelable? cancelable)
    : ScheduledEntry(intervalTicks, cancelable)
{
    public override string ToString() => $"[{action}]";

    protected override void Run() => action.Run();
}
