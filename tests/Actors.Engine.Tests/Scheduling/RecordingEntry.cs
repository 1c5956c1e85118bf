using Akka.Actor;

namespace Actors.Engine.Tests.Scheduling;

/// <summary>A wheel entry that notes when it was called, and answers what it is told to.</summary>
internal sealed class RecordingEntry(string name, List<string> calls, Func<long, long>? answer = null) : WheelEntry
{
    internal bool Cancelled { get; set; }

    internal override bool IsCancelled => Cancelled;

    internal override long OnDue(long nowTicks)
    {
        calls.Add($"{name}@{nowTicks}");
        return answer?.Invoke(nowTicks) ?? Out;
    }
}
