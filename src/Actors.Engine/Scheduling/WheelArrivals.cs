namespace Akka.Actor;

/// <summary>
/// What was added and is not in the wheel yet: a stack that any thread pushes to without a lock and the wheel's thread takes as a whole.
/// The entries themselves are the nodes.
/// </summary>
internal sealed class WheelArrivals
{
    private WheelEntry? _top;

    /// <summary>From any thread.</summary>
    internal void Push(WheelEntry entry, long dueTicks)
    {
        entry.DueTicks = dueTicks;
        var top = Volatile.Read(ref _top);
        while (true)
        {
            entry.Next = top;
            var seen = Interlocked.CompareExchange(ref _top, entry, top);
            if (ReferenceEquals(seen, top)) return;
            top = seen;
        }
    }

    /// <summary>From the wheel's thread: whether something waits that is due before then.</summary>
    internal bool HasDueBefore(long ticks)
    {
        for (var entry = Volatile.Read(ref _top); entry is not null; entry = entry.Next)
        {
            if (entry.DueTicks < ticks) return true;
        }
        return false;
    }

    /// <summary>From the wheel's thread: moves all into the wheel, in the order in which they were pushed.</summary>
    internal void MoveTo(TimerWheel wheel)
    {
        WheelEntry? inOrder = null;
        for (var entry = Interlocked.Exchange(ref _top, null); entry is not null;)
        {
            var older = entry.Next;
            entry.Next = inOrder;
            inOrder = entry;
            entry = older;
        }
        while (inOrder is not null)
        {
            var next = inOrder.Next;
            wheel.Add(inOrder, inOrder.DueTicks);
            inOrder = next;
        }
    }
}
