using Akka.Actor;
using Akka.Dispatch;

namespace Actors.Engine.Simulation;

/// <summary>
/// What a simulated system's dispatchers and clock share: who can run, what is due when, and the dice. One thread runs it; what other
/// threads add is taken, but when they do so no seed decides.
/// </summary>
internal sealed class SimulatedWorld(long seed, Action<WheelEntry, Exception> failed)
{
    private readonly Lock _gate = new();
    private readonly List<IRunnable> _runnable = [];
    private readonly PriorityQueue<WheelEntry, (long DueTicks, long Order)> _scheduled = new();
    private readonly SeededDice _dice = new(seed);
    private long _order;
    private long _nowTicks;

    /// <summary>Virtual time since the beginning, in ticks of 100 ns.</summary>
    internal long NowTicks => Volatile.Read(ref _nowTicks);

    internal TraceHash Trace { get; } = new();

    internal void Add(IRunnable run)
    {
        lock (_gate) _runnable.Add(run);
    }

    internal void Add(WheelEntry entry, long delayTicks)
    {
        lock (_gate) Enqueue(entry, WheelEntry.After(_nowTicks, delayTicks));
    }

    /// <summary>Runs one turn of one actor of those that can run, drawn by the dice; false where there is none.</summary>
    internal bool TryStep()
    {
        IRunnable run;
        lock (_gate)
        {
            if (_runnable.Count == 0) return false;
            var drawn = _dice.Next(_runnable.Count);
            run = _runnable[drawn];
            _runnable[drawn] = _runnable[^1];
            _runnable.RemoveAt(_runnable.Count - 1);
        }

        Trace.Add(_nowTicks, run);
        run.Run();
        return true;
    }

    /// <summary>Lets time pass to when something is next due, and does what is due first; false where that is later than the limit, which is then now.</summary>
    internal bool TryPass(long untilTicks)
    {
        WheelEntry entry;
        lock (_gate)
        {
            while (_scheduled.TryPeek(out var cancelled, out _) && cancelled.IsCancelled) _scheduled.Dequeue();
            if (!_scheduled.TryPeek(out _, out var next) || next.DueTicks > untilTicks)
            {
                Volatile.Write(ref _nowTicks, untilTicks);
                return false;
            }

            entry = _scheduled.Dequeue();
            Volatile.Write(ref _nowTicks, Math.Max(_nowTicks, next.DueTicks));
        }

        try
        {
            var again = entry.OnDue(_nowTicks);
            if (again == WheelEntry.Out) return true;
            lock (_gate) Enqueue(entry, again);
        }
        catch (Exception e)
        {
            failed(entry, e);
        }

        return true;
    }

    private void Enqueue(WheelEntry entry, long dueTicks)
    {
        entry.DueTicks = dueTicks;
        _scheduled.Enqueue(entry, (dueTicks, _order++));
    }
}
