using System.Diagnostics;

namespace Akka.Dispatch;

/// <summary>
/// Works off a dispatcher's turns on a thread of the pool. What its turns make runnable it keeps in a queue of its own, so that a message between
/// two actors costs the pool nothing; others help themselves from it where it has more than it gets round to.
/// States: resting → seeking (nothing to run, looks about) ↔ working → resting.
/// </summary>
internal sealed class Worker(ThreadPoolDispatcher dispatcher)
{
    /// <summary>So many messages between two looks at the clock and at what came from outside: about a turn of the default length.</summary>
    private const int Beat = 32;

    /// <summary>Of what came from outside, so many join the queue at a time.</summary>
    private const int Share = Beat / 2;

    private readonly RunQueue _queue = new();
    private long _takenWhenSeen = -1;

    internal ThreadPoolDispatcher Dispatcher => dispatcher;

    internal RunQueue Queue => _queue;

    /// <summary>
    /// True for what another worker may take: all but a single one that its owner, who has short turns, is about to run itself. Only for
    /// the seeking one, who looks again soon.
    /// </summary>
    internal bool HasToSpare => Stands || _queue.Count > 1;

    /// <summary>True where something waits, and nothing was taken since the look before: it waits behind a long turn. Only for the seeking one.</summary>
    internal bool Stands
    {
        get
        {
            if (_queue.IsEmpty) return false;
            var (before, taken) = (_takenWhenSeen, _queue.Taken);
            _takenWhenSeen = taken;
            return taken == before;
        }
    }

    /// <summary>Seeks, and works until nothing is left (false) or its time is over (true).</summary>
    internal bool Work(long until)
    {
        var ambience = Ambience.Capture();
        var thread = ActorThread.This;
        thread.Worker = this;
        try
        {
            var found = dispatcher.Seek(this);
            var left = Beat;
            while (found)
            {
                if (_queue.Take() is not { } run)
                {
                    found = TakeShared() || dispatcher.TrySeek(this);
                    continue;
                }

                // The turn may be a long one: what waits behind it is for others then.
                if (!_queue.IsEmpty) dispatcher.Wake();
                left -= Turn(run, thread);
                ambience.PutBack();
                if (left > 0) continue;
                if (Stopwatch.GetTimestamp() >= until) return true;
                left = Beat;
                TakeShared();
            }

            // Before a rest of any length: others may have taken what was in it when it rested last.
            _queue.Trim();
            return false;
        }
        finally
        {
            thread.Worker = null;
        }
    }

    /// <summary>Takes some of what came from outside; false where nothing did.</summary>
    internal bool TakeShared()
    {
        var taken = 0;
        while (taken < Share && dispatcher.TryTakeShared() is { } run)
        {
            _queue.Push(run);
            taken++;
        }

        return taken > 0;
    }

    private static int Turn(IRunnable run, ActorThread thread)
    {
        if (run is ActorMailbox mailbox) return Math.Max(1, mailbox.RunTurn(thread));
        run.Run();
        return 1;
    }
}
