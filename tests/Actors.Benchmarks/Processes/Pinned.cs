using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks.Processes;

/// <summary>Starts processes on a core of their own: servers on the first, loads on the second, where taskset(1) is there.</summary>
internal static class Pinned
{
    internal const int ServersCore = 0;
    internal const int LoadsCore = 1;

    internal static bool Works { get; } = OperatingSystem.IsLinux() && Environment.ProcessorCount >= 2 && Built.Has("taskset");

    /// <summary>Starts a program with its standard output, and input, ours; what it says on standard error goes nowhere.</summary>
    internal static Process Start(int core, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Works ? "taskset" : program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(), // no configuration of the folder that we happen to be in
        };
        string[] pin = Works ? ["-c", core.ToString(CultureInfo.InvariantCulture), program] : [];
        foreach (var argument in pin.Concat(arguments)) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }
}
