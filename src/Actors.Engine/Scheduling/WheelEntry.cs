namespace Akka.Actor;

/// <summary>
/// One thing that the wheel watches. It is its own list node, so that adding it, and adding it again, allocates nothing. It is in the
/// wheel at most once at a time: whoever owns it adds it again only after <see cref="OnDue"/> answered <see cref="Out"/>.
/// </summary>
internal abstract class WheelEntry
{
    /// <summary>What <see cref="OnDue"/> answers when the entry wants to leave the wheel.</summary>
    internal const long Out = -1;

    /// <summary>The next entry of the slot, or of the arrivals. The wheel's alone.</summary>
    internal WheelEntry? Next;

    /// <summary>When it is due, in ticks of the wheel's clock. The wheel's alone while the entry is in it.</summary>
    internal long DueTicks;

    /// <summary>So many ticks after that time; the furthest time there is where that would be beyond it.</summary>
    internal static long After(long ticks, long delayTicks) => delayTicks < long.MaxValue - ticks ? ticks + delayTicks : long.MaxValue;

    /// <summary>
    /// Called on the wheel's thread once its time has come; must be short. The answer is when to be called next, in ticks of the
    /// wheel's clock, or <see cref="Out"/>. An answer that has passed already means the wheel's next turn.
    /// </summary>
    internal abstract long OnDue(long nowTicks);

    /// <summary>Whether it was called off, so that the wheel drops it when it comes by, however far away its time is.</summary>
    internal virtual bool IsCancelled => false;
}
