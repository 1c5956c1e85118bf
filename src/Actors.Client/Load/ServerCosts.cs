using System.Diagnostics;
using Actors.Client.Load.Linux;

namespace Actors.Client.Load;

/// <summary>What a process of this machine takes of it.</summary>
internal sealed class ServerCosts : IDisposable
{
    private readonly Process _process;

    private ServerCosts(Process process) => _process = process;

    /// <summary>CPU time of all its threads so far, in nanoseconds.</summary>
    public long CpuNanoseconds
    {
        get
        {
            if (CpuClock.OfProcess(_process.Id) is { } exact) return exact;
            _process.Refresh();
            return (long)_process.TotalProcessorTime.TotalNanoseconds;
        }
    }

    /// <summary>Its resident memory.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Watches a process.</summary>
    /// <exception cref="ClientFault">There is none of that id, or it cannot be looked at.</exception>
    public static ServerCosts Of(int pid)
    {
        try
        {
            var costs = new ServerCosts(Process.GetProcessById(pid));
            _ = costs.CpuNanoseconds + costs.ResidentBytes;
            return costs;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new ClientFault(ExitCode.Usage, $"--server-pid {pid}: no process of that id can be looked at");
        }
    }

    public void Dispose() => _process.Dispose();
}
