namespace Akka.Actor;

/// <summary>A message to be told.</summary>
internal sealed class ScheduledTell(
    ICanTell receiver, object message, IActorRef? sender, long intervalTicks, ICancelable? cancelable)
    : ScheduledEntry(intervalTicks, cancelable)
{
    public override string ToString() => $"[{receiver}.Tell({message}, {sender})]";

    protected override void Run() => receiver.Tell(message, sender);
}
