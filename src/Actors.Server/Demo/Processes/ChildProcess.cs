using System.Diagnostics;

namespace Actors.Server.Demo.Processes;

/// <summary>A program that we started: known by its id, its output read line by line, never left behind.</summary>
internal sealed class ChildProcess : IDisposable
{
    // The last words of one that fails, for the person who reads why.
    private const int LinesKept = 20;

    private readonly Process _process;
    private readonly ProcessGuard _guard;
    private readonly Queue<string> _last = [];
    private readonly Lock _gate = new();
    private Action<string>? _hears;

    private ChildProcess(Process process, ProcessGuard guard) => (_process, _guard) = (process, guard);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote last, to either stream.</summary>
    public string LastWords
    {
        get { lock (_gate) return string.Join('\n', _last); }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="guard">Who ends it where we cannot.</param>
    /// <param name="start">What to start; its streams become ours.</param>
    /// <param name="hears">Is told each line of its output as it comes, on a thread of the pool.</param>
    public static ChildProcess Start(ProcessGuard guard, ProcessStartInfo start, Action<string>? hears = null)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process, guard) { _hears = hears };
        process.OutputDataReceived += (_, line) => child.Hear(line.Data, isOutput: true);
        process.ErrorDataReceived += (_, line) => child.Hear(line.Data, isOutput: false);
        process.Start();
        guard.Add(process.Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Types a line into it.</summary>
    public void Type(string line)
    {
        try
        {
            _process.StandardInput.Write(line + "\n");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is gone; whoever waits for an answer is told so by the time that passes.
        }
    }

    public void Signal(int signal) => PosixSignals.Send(Id, signal);

    /// <summary>Waits until it has ended by itself; null when it has not in time.</summary>
    public async Task<int?> ExitAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // Too late, or disposed meanwhile.
            return null;
        }
    }

    /// <summary>kill -9, also of one that is stopped; returns when it is gone.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit(5_000);
    }

    public void Dispose()
    {
        Kill();
        _guard.Remove(Id);
        _process.Dispose();
    }

    private void Hear(string? line, bool isOutput)
    {
        if (line is null) return;
        lock (_gate)
        {
            if (_last.Count == LinesKept) _last.Dequeue();
            _last.Enqueue(line);
        }

        if (isOutput) _hears?.Invoke(line);
    }
}
