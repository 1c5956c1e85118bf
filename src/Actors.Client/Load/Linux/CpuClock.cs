using static Actors.Client.Load.Linux.LoadCalls;

namespace Actors.Client.Load.Linux;

/// <summary>CPU time to the nanosecond, where /proc has ticks of 10 ms: clock_gettime(2), clock_getcpuclockid(3).</summary>
internal static unsafe class CpuClock
{
    private const int ProcessClock = 2; // CPUCLOCK_SCHED, in the low bits beside the inverted process id

    /// <summary>Of all threads of a process, those that have ended included; null where the system does not say.</summary>
    public static long? OfProcess(int pid)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var time = default(TimeSpec);
        return ReadClock((~pid << 3) | ProcessClock, &time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : null;
    }
}
