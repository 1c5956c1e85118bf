namespace Akka.Actor;

/// <summary>
/// The wheel itself: a ring of slots, one per tick of time, each a list of entries in the order in which they came. An entry further
/// away than one turn of the ring stays in its slot until its turn has come. Knows no clock and no thread; one thread at a time uses it.
/// (G. Varghese, T. Lauck: Hashed and Hierarchical Timing Wheels, 1987, scheme 6.)
/// </summary>
internal sealed class TimerWheel
{
    /// <summary>A million entries in one slot take 144 ms (measured); so many take one tick of 10 ms, and others get their turn.</summary>
    private const int EntriesPerVisit = 65_536;

    private readonly WheelEntry?[] _heads;
    private readonly WheelEntry?[] _tails;
    private readonly int _mask;
    private readonly long _ticksPerSlot;
    private readonly int _entriesPerVisit;
    private readonly Action<WheelEntry, Exception> _failed;
    private long _turn;

    /// <summary>A wheel at time zero.</summary>
    /// <param name="slots">How many slots at least; rounded up to a power of two.</param>
    /// <param name="ticksPerSlot">How much time a slot stands for, in the clock's ticks (100 ns).</param>
    /// <param name="failed">Told of an entry that threw; the entry is out by then.</param>
    /// <param name="entriesPerVisit">How many entries of a slot are looked at in one turn; the rest waits for the next.</param>
    internal TimerWheel(
        int slots, long ticksPerSlot, Action<WheelEntry, Exception> failed, int entriesPerVisit = EntriesPerVisit)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)slots);
        _heads = new WheelEntry?[size];
        _tails = new WheelEntry?[size];
        _mask = size - 1;
        _ticksPerSlot = ticksPerSlot;
        _failed = failed;
        _entriesPerVisit = entriesPerVisit;
    }

    /// <summary>How many entries are in the wheel.</summary>
    internal int Count { get; private set; }

    /// <summary>Puts an entry in, to be called no earlier than <paramref name="dueTicks"/> and no earlier than the next turn.</summary>
    internal void Add(WheelEntry entry, long dueTicks)
    {
        Link(entry, dueTicks);
        Count++;
    }

    /// <summary>Calls what is due by <paramref name="nowTicks"/>: by slots, and within a slot in the order in which entries came.</summary>
    internal void Advance(long nowTicks)
    {
        var target = nowTicks / _ticksPerSlot;
        // After a long pause every slot is looked at once, not once for each turn that was missed.
        for (var turn = Math.Max(_turn + 1, target - _mask); turn <= target; turn++)
        {
            _turn = turn;
            VisitSlot(turn, target, nowTicks);
        }
        _turn = Math.Max(_turn, target);
    }

    /// <summary>When the next slot with anything in it comes by; <see cref="long.MaxValue"/> if the wheel is empty.</summary>
    internal long NextVisitTicks()
    {
        if (Count == 0) return long.MaxValue;
        for (var turn = _turn + 1; turn <= _turn + _heads.Length; turn++)
        {
            if (_heads[(int)turn & _mask] is not null) return turn * _ticksPerSlot;
        }
        return long.MaxValue;
    }

    private void VisitSlot(long turn, long target, long nowTicks)
    {
        // Taken out as a whole: what comes back for the same slot is for a later turn.
        var slot = (int)turn & _mask;
        var (entry, tail) = (_heads[slot], _tails[slot]);
        _heads[slot] = _tails[slot] = null;
        for (var visited = 0; entry is not null; visited++)
        {
            if (visited == _entriesPerVisit)
            {
                PutFirst((int)(turn + 1) & _mask, entry, tail!);
                return;
            }
            var next = entry.Next;
            entry.Next = null;
            Visit(entry, TurnOf(entry.DueTicks) <= target, nowTicks);
            entry = next;
        }
    }

    private void PutFirst(int slot, WheelEntry head, WheelEntry tail)
    {
        tail.Next = _heads[slot];
        _heads[slot] = head;
        _tails[slot] ??= tail;
    }

    private void Visit(WheelEntry entry, bool due, long nowTicks)
    {
        var again = WheelEntry.Out;
        try
        {
            // What was called off is let go here, wherever in the future its time would have been.
            if (!entry.IsCancelled) again = due ? entry.OnDue(nowTicks) : entry.DueTicks;
        }
        catch (Exception ex)
        {
            _failed(entry, ex);
        }
        if (again == WheelEntry.Out) Count--;
        else Link(entry, again);
    }

    private void Link(WheelEntry entry, long dueTicks)
    {
        entry.DueTicks = dueTicks;
        entry.Next = null;
        var slot = (int)Math.Max(TurnOf(dueTicks), _turn + 1) & _mask;
        if (_tails[slot] is { } tail) tail.Next = entry;
        else _heads[slot] = entry;
        _tails[slot] = entry;
    }

    // Rounded up: never early. Written so that the furthest time does not overflow.
    private long TurnOf(long dueTicks) => (dueTicks / _ticksPerSlot) + (dueTicks % _ticksPerSlot > 0 ? 1 : 0);
}
