namespace Akka.Dispatch;

/// <summary>
/// What one worker has to run, first in, first out. Its owner alone puts in; anyone takes out, by moving the head on. It grows as it
/// needs to: a mailbox is in one queue at most, and so the actors that there are bound it.
/// (After D. Chase, Y. Lev: Dynamic Circular Work-Stealing Deque, 2005; here all take at the same end, so that nobody starves.)
/// </summary>
internal sealed class RunQueue
{
    private const int Small = 256;

    /// <summary>As many as make the trip to another core's cache worth it.</summary>
    private const int MostAtOnce = 256;

    private Slot[] _slots = new Slot[Small];
    // Both only grow; an index's slot is its remainder by the length.
    private long _head;
    private long _tail;

    internal bool IsEmpty => Count == 0;

    internal long Count => Math.Max(0, Volatile.Read(ref _tail) - Volatile.Read(ref _head));

    /// <summary>How many were ever taken; whoever sees the same number twice knows that nobody took any in between.</summary>
    internal long Taken => Volatile.Read(ref _head);

    /// <summary>Puts one in, behind all others. A full fence: what is read afterwards is read after others can see it. Only the owner.</summary>
    internal void Push(IRunnable run)
    {
        var slots = _slots;
        var tail = _tail;
        if (tail - Volatile.Read(ref _head) == slots.Length) slots = Grow();
        slots[tail & (slots.Length - 1)].Run = run;
        Interlocked.Exchange(ref _tail, tail + 1);
    }

    /// <summary>Takes the first, or null where there is none. Only the owner: others take by <see cref="TakeHalfOf"/>.</summary>
    internal IRunnable? Take()
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            if (head >= _tail) return null;
            ref var slot = ref _slots[head & (_slots.Length - 1)];
            var run = slot.Run;
            if (Interlocked.CompareExchange(ref _head, head + 1, head) != head) continue;
            slot.Run = null;
            return run;
        }
    }

    /// <summary>Takes the first half of another's, puts it behind its own, and says whether there was any. Only the owner.</summary>
    internal bool TakeHalfOf(RunQueue other)
    {
        while (true)
        {
            var head = Volatile.Read(ref other._head);
            var count = Math.Min((Volatile.Read(ref other._tail) - head + 1) / 2, MostAtOnce);
            if (count <= 0) return false;
            // Read after the tail: so new an array that it has, or had, what the tail says.
            var from = Volatile.Read(ref other._slots);
            while (_tail + count - Volatile.Read(ref _head) > _slots.Length) Grow();
            // Nobody looks behind the tail: what lies there counts once the head was moved, and is written over else.
            for (var i = 0L; i < count; i++) _slots[(_tail + i) & (_slots.Length - 1)] = from[(head + i) & (from.Length - 1)];
            if (Interlocked.CompareExchange(ref other._head, head + count, head) != head) continue;
            Interlocked.Exchange(ref _tail, _tail + count);
            return true;
        }
    }

    /// <summary>Lets go of what others took, and of room that a burst needed. Only the owner, and only while it is empty.</summary>
    internal void Trim()
    {
        if (_slots.Length > Small) Volatile.Write(ref _slots, new Slot[Small]);
        else Array.Clear(_slots);
    }

    // Whoever still reads the old array finds in it what was there: nobody writes it any more.
    private Slot[] Grow()
    {
        var (old, larger) = (_slots, new Slot[_slots.Length * 2]);
        for (var i = Volatile.Read(ref _head); i < _tail; i++) larger[i & (larger.Length - 1)] = old[i & (old.Length - 1)];
        Volatile.Write(ref _slots, larger);
        return larger;
    }

    // An array of a struct: storing into one of references checks their type each time.
    private struct Slot
    {
        internal IRunnable? Run;
    }
}
