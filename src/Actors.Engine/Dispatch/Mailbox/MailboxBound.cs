using System.Diagnostics;

namespace Akka.Dispatch;

/// <summary>The bound of one mailbox: counts what is in it, and lets senders wait for room.</summary>
internal sealed class MailboxBound(int capacity, TimeSpan pushTimeout)
{
    private readonly object _room = new();
    private int _count;

    /// <summary>Takes a place, waiting for one if need be; false where none came free in time.</summary>
    internal bool TryEnter()
    {
        lock (_room)
        {
            var began = Stopwatch.GetTimestamp();
            while (_count >= capacity)
            {
                var left = pushTimeout - Stopwatch.GetElapsedTime(began);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_room, left)) return false;
            }

            _count++;
            return true;
        }
    }

    /// <summary>Takes a place, even one too many: what a stash gives back was in before.</summary>
    internal void Enter()
    {
        lock (_room) _count++;
    }

    /// <summary>Gives a place back.</summary>
    internal void Leave()
    {
        lock (_room)
        {
            _count--;
            Monitor.Pulse(_room);
        }
    }
}
