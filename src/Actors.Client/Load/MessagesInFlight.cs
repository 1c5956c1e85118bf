using System.Numerics;

namespace Actors.Client.Load;

/// <summary>
/// The messages that are on their way: a message is in flight from when it is said until every member that counts has heard it, or it is
/// given up. A ring of fixed size; said, heard and given up in the order of their numbers. Pure.
/// </summary>
internal sealed class MessagesInFlight
{
    private readonly int _listeners;
    private readonly long _giveUp;
    private readonly Flight[] _ring;
    private long _oldest;

    /// <summary>Makes an empty sky.</summary>
    /// <param name="listeners">How many members hear each message.</param>
    /// <param name="most">How many messages may be in flight, 1 or more.</param>
    /// <param name="giveUp">After how many nanoseconds one is given up.</param>
    public MessagesInFlight(int listeners, int most, long giveUp)
    {
        (_listeners, _giveUp) = (listeners, giveUp);
        // Four times as many: while one is waited for in vain, the others go on.
        _ring = new Flight[BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 4 * most))];
    }

    /// <summary>How many are in flight.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the next message.</summary>
    public long Next { get; private set; }

    /// <summary>How many numbers may be on their way at once.</summary>
    public int Span => _ring.Length;

    /// <summary>Whether there is a place for one more.</summary>
    public bool HasPlace => Next - _oldest < _ring.Length;

    /// <summary>When the oldest is given up; the end of time when there is none.</summary>
    public long NextGivenUpAt => _oldest < Next ? Slot(_oldest).SaidAt + _giveUp : long.MaxValue;

    /// <summary>Says the next message. Only where <see cref="HasPlace"/>.</summary>
    /// <returns>Its number.</returns>
    public long Say(long now)
    {
        Slot(Next) = new Flight { Missing = _listeners, SaidAt = now };
        Count++;
        return Next++;
    }

    /// <summary>Notes that one more member heard a message for the first time.</summary>
    /// <returns>Whether it was the last one: the message has arrived.</returns>
    public bool Heard(long number)
    {
        if (number < _oldest || --Slot(number).Missing > 0) return false;
        Count--;
        return true;
    }

    /// <summary>Forgets what has arrived, and gives up what has been on its way for too long.</summary>
    public void Expire(long now)
    {
        for (; _oldest < Next; _oldest++)
        {
            ref var flight = ref Slot(_oldest);
            if (flight.Missing <= 0) continue;
            if (now - flight.SaidAt < _giveUp) return;
            Count--;
        }
    }

    private ref Flight Slot(long number) => ref _ring[(int)number & (_ring.Length - 1)];

    private struct Flight
    {
        public int Missing;
        public long SaidAt;
    }
}
