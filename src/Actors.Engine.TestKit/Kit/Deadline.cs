using System.Diagnostics;

namespace Akka.TestKit;

/// <summary>A point in monotonic time up to which somebody waits.</summary>
internal readonly struct Deadline
{
    // Waiting primitives take at most int.MaxValue - 1 milliseconds (24.8 days): what is longer is for ever to a test.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    private readonly TimeSpan? _at;

    private Deadline(TimeSpan? at) => _at = at;

    /// <summary>Monotonic time since an arbitrary start: real time, also where the actor system's is virtual.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>What is left: zero once it has passed, <see cref="Timeout.InfiniteTimeSpan"/> where it never will.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            if (_at is not { } at) return Timeout.InfiniteTimeSpan;
            var left = at - Now;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The deadline that is so far away; a negative time means never.</summary>
    public static Deadline In(TimeSpan time) => new(time < TimeSpan.Zero || time > Longest ? null : Now + time);
}
