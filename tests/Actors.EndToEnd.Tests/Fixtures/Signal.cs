using System.Runtime.InteropServices;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>What an operator's shell sends: kill(2). .NET itself can only kill outright.</summary>
internal static partial class Signal
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    /// <summary>Stops a process where it stands, which it cannot refuse.</summary>
    public static int Stop => OperatingSystem.IsLinux() ? 19 : 17;

    /// <summary>Lets a stopped process go on.</summary>
    public static int Continue => OperatingSystem.IsLinux() ? 18 : 19;

    /// <summary>Whether there was such a process to send it to.</summary>
    public static bool Send(int process, int signal) => Kill(process, signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
