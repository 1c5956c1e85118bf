using System.Diagnostics;

namespace Actors.Benchmarks;

/// <summary>What one round of a scenario took: operations, wall time, CPU time of the whole process, bytes allocated by all threads.</summary>
internal readonly record struct Sample(long Operations, TimeSpan Wall, TimeSpan Cpu, long Allocated)
{
    internal double PerSecond => Operations / Wall.TotalSeconds;

    internal double WallNanoseconds => Wall.TotalNanoseconds / Operations;

    internal double CpuNanoseconds => Cpu.TotalNanoseconds / Operations;

    internal double BytesAllocated => (double)Allocated / Operations;

    internal static async Task<Sample> Of(long operations, Func<Task> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await run();
        var wall = clock.Elapsed;
        process.Refresh();
        return new Sample(operations, wall, process.TotalProcessorTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
