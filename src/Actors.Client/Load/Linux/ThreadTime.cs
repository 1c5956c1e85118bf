using System.Globalization;

namespace Actors.Client.Load.Linux;

/// <summary>What the thread that asks had of a core, and how long it waited for one: /proc/thread-self/schedstat, proc(5).</summary>
/// <param name="Running">Nanoseconds on a core.</param>
/// <param name="Waiting">Nanoseconds ready to run, without a core.</param>
internal readonly record struct ThreadTime(long Running, long Waiting)
{
    private const string Source = "/proc/thread-self/schedstat";

    /// <summary>Up to now; zeros where the system does not say.</summary>
    public static ThreadTime Now()
    {
        try
        {
            return File.ReadAllText(Source).Split(' ') is [var running, var waiting, ..]
                ? new(long.Parse(running, CultureInfo.InvariantCulture), long.Parse(waiting, CultureInfo.InvariantCulture))
                : default;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
