using System.Diagnostics;
using System.Globalization;

namespace Actors.Server.Demo.Processes;

/// <summary>
/// Sees to it that no process outlives the one that started it, however that ends, killed outright included: a small shell that is told the
/// ids, and kills them when the pipe from us ends. Its folder goes too.
/// </summary>
internal sealed class ProcessGuard : IDisposable
{
    // Deaf to what a terminal sends to all of us. A line is an id, or "-" and an id that is gone; "done" ends it without a blow.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        ids=' '
        while read -r line; do
            case $line in
                done) exit 0 ;;
                -*) ids="${ids%% ${line#-} *} ${ids#* ${line#-} }" ;;
                *) ids="$ids$line " ;;
            esac
        done
        for id in $ids; do kill -9 "$id" 2>/dev/null; done
        rm -rf "$1"
        """;

    private readonly Process _shell;

    /// <summary>Starts it.</summary>
    /// <param name="folder">What is removed when we cannot do it ourselves.</param>
    public ProcessGuard(string folder)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (var argument in new[] { "-c", Script, "guard", folder }) start.ArgumentList.Add(argument);
        _shell = Process.Start(start)!;
    }

    /// <summary>From now on this process goes with us.</summary>
    public void Add(int process) => Write(process.ToString(CultureInfo.InvariantCulture));

    /// <summary>That process has ended; its id may soon be somebody else's.</summary>
    public void Remove(int process) => Write(string.Create(CultureInfo.InvariantCulture, $"-{process}"));

    /// <summary>All that was started has been ended: nothing is left to do.</summary>
    public void Dispose()
    {
        Write("done");
        _shell.StandardInput.Close();
        _shell.WaitForExit(1_000);
        _shell.Dispose();
    }

    private void Write(string line)
    {
        try
        {
            lock (_shell)
            {
                _shell.StandardInput.Write(line + "\n");
                _shell.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // Somebody ended the shell; we still end what we started.
        }
    }
}
