namespace Akka.Actor;

/// <summary>Code to be run.</summary>
internal sealed class ScheduledAction(Action action, long intervalTicks, ICancelable? cancelable)
    : ScheduledEntry(intervalTicks, cancelable)
{
    public override string ToString() => $"[{action.Method.DeclaringType}.{action.Method.Name}]";

    protected override void Run() => action();
}
