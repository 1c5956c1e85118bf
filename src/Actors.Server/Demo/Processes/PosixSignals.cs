using System.Runtime.InteropServices;

namespace Actors.Server.Demo.Processes;

/// <summary>kill(2): .NET itself can only kill outright.</summary>
internal static class PosixSignals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    // Linux's numbers; those of macOS and the BSDs differ.
    public static readonly int Stop = OperatingSystem.IsLinux() ? 19 : 17;
    public static readonly int Continue = OperatingSystem.IsLinux() ? 18 : 19;

    /// <returns>Whether there was such a process.</returns>
    public static bool Send(int process, int signal) => Send0(process, signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Send0(int process, int signal);
}
