namespace Actors.Hub.Backplane;

/// <summary>
/// The bound of a mailbox that anyone may fill: whoever tells takes a credit before, and whoever has dealt with the message gives it back.
/// From any thread.
/// </summary>
internal sealed class Credits(int capacity)
{
    private int _taken;

    /// <summary>How many are out.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Takes one, if there is one.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= capacity)
        {
            return true;
        }

        Interlocked.Decrement(ref _taken);
        return false;
    }

    /// <summary>Takes some more for a message that had one, and becomes several.</summary>
    public void TakeMore(int credits) => Interlocked.Add(ref _taken, credits);

    public void Return() => Interlocked.Decrement(ref _taken);
}
