using System.Diagnostics;

namespace Akka.Actor;

/// <summary>
/// A wheel's time, in ticks of 100 ns since it began. Exact from the hardware's counter, and cheap from the system's tick count, which
/// costs a fifth of that (4 ns to 21 ns, measured on the machine of FACTS) and so is what the re-arming of a receive timeout reads.
/// </summary>
internal sealed class WheelClock
{
    /// <summary>How coarse the system's tick count is at most: 15.6 ms on Windows, 10 ms on Linux where HZ is 100.</summary>
    private const long CoarseTicks = 16 * TimeSpan.TicksPerMillisecond;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _offset;

    internal WheelClock() => Calibrate();

    /// <summary>The exact time.</summary>
    internal long ExactTicks => Stopwatch.GetElapsedTime(_started).Ticks;

    /// <summary>
    /// Cheap: never behind <see cref="ExactTicks"/>, and ahead of it by 32 ms at most; so a deadline made of it is never early.
    /// </summary>
    internal long CheapTicks => (Environment.TickCount64 * TimeSpan.TicksPerMillisecond) + Volatile.Read(ref _offset);

    /// <summary>Holds the two together again; they drift apart where the system derives them from different oscillators.</summary>
    internal void Calibrate()
    {
        // Within one value of the tick count: a thread that had to wait between the two readings would take its wait for the lag.
        long coarse, exact;
        do
        {
            coarse = Environment.TickCount64;
            exact = ExactTicks;
        }
        while (Environment.TickCount64 != coarse);
        var lag = exact - (coarse * TimeSpan.TicksPerMillisecond);
        // Its lag swings between nothing and its coarseness: anything within that is not drift.
        var atLeast = lag;
        var atMost = lag + CoarseTicks;
        var offset = Volatile.Read(ref _offset);
        if (offset < atLeast || offset > atMost) Volatile.Write(ref _offset, atMost);
    }
}
