namespace Actors.Server.Hosting;

/// <summary>What can be learned of the terminal without touching it.</summary>
internal static class Terminal
{
    // proc_pid_stat(5): after the command's name in parentheses come state, ppid, pgrp, session, tty_nr, tpgid.
    private const int ProcessGroup = 2;
    private const int ForegroundGroup = 5;

    /// <summary>
    /// Whether this process may read its terminal. One that a shell put into the background (<c>server &amp;</c>) would be stopped by
    /// SIGTTIN at its first read (termios(4)), hub and all. True where the system does not say.
    /// </summary>
    public static bool IsInForeground()
    {
        try
        {
            var stat = File.ReadAllText("/proc/self/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length <= ForegroundGroup || fields[ProcessGroup] == fields[ForegroundGroup];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
