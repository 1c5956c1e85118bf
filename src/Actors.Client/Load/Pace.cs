namespace Actors.Client.Load;

/// <summary>Things that are due one after another, evenly in time: from <paramref name="start"/> on one each so many nanoseconds.</summary>
internal sealed class Pace(long start, double each)
{
    /// <summary>How many were taken.</summary>
    public long Taken { get; private set; }

    /// <summary>When the next is due.</summary>
    public long NextDue => start + (long)(Taken * each);

    /// <summary>Takes the next one, if it is due.</summary>
    public bool TryTake(long now)
    {
        if (now < NextDue) return false;
        Taken++;
        return true;
    }
}
