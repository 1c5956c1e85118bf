using System.Globalization;

namespace Actors.Client.Load;

/// <summary>
/// What the thread that asks had of a core, and how long it waited for one: /proc/thread-self/schedstat, proc(5). Where that is not, what the
/// whole process had, which has no other busy thread.
/// </summary>
/// <param name="Running">Nanoseconds on a core.</param>
/// <param name="Waiting">Nanoseconds ready to run, without a core.</param>
internal readonly record struct ThreadTime(long Running, long Waiting)
{
    private const string Source = "/proc/thread-self/schedstat";

    /// <summary>Up to now.</summary>
    public static ThreadTime Now()
    {
        if (!File.Exists(Source)) return new((long)Environment.CpuUsage.TotalTime.TotalNanoseconds, 0);
        var numbers = File.ReadAllText(Source).Split(' ');
        return new(long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
