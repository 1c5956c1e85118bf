namespace Actors.Hub.Backplane;

/// <summary>How long something took, the last time and at worst. One writer, any reader.</summary>
public sealed class Lag
{
    private long _last;
    private long _worst;

    /// <summary>The last one; zero before the first.</summary>
    public TimeSpan Last => new(Interlocked.Read(ref _last));

    /// <summary>The longest since the start.</summary>
    public TimeSpan Worst => new(Interlocked.Read(ref _worst));

    /// <summary>One more; what seems to have ended before it began (two clocks, or one that was set back) took nothing.</summary>
    internal void Measure(TimeSpan lag)
    {
        var ticks = Math.Max(0, lag.Ticks);
        Interlocked.Exchange(ref _last, ticks);
        if (ticks > _worst)
        {
            Interlocked.Exchange(ref _worst, ticks);
        }
    }
}
