using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Benchmarks.Processes;

/// <summary>A server, started and ready: its port, its process, and for the hub its console.</summary>
internal sealed partial class RunningServer : IDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, TimeSpan startToReady, int port) =>
        (_process, StartToReady, Port) = (process, startToReady, port);

    internal int Pid => _process.Id;

    internal int Port { get; }

    /// <summary>From the start of its process to its ready line.</summary>
    internal TimeSpan StartToReady { get; }

    /// <summary>Starts a program that says <c>ready: … IP:PORT</c>.</summary>
    /// <exception cref="InvalidOperationException">It ended without being ready.</exception>
    internal static RunningServer Start(string program, params IEnumerable<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        var process = Pinned.Start(Pinned.ServersCore, program, arguments);
        while (process.StandardOutput.ReadLine() is { } line)
            if (Ready().Match(line) is { Success: true } ready)
                return new RunningServer(process, clock.Elapsed, int.Parse(ready.Groups["port"].Value, CultureInfo.InvariantCulture));
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: ended before it was ready");
    }

    /// <summary>Asks the hub's console for its figures.</summary>
    internal HubStats Stats()
    {
        _process.StandardInput.WriteLine("stats");
        _process.StandardInput.Flush();
        var figures = new Dictionary<string, long>();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("collections ", StringComparison.Ordinal))
                return new HubStats(figures, line["collections ".Length..].Trim());
            if (Figure().Match(line) is { Success: true } figure)
                figures[figure.Groups["name"].Value] = long.Parse(figure.Groups["value"].Value, CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("the hub has ended");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"^ready: .*?:(?<port>\d+)\b")]
    private static partial Regex Ready();

    [GeneratedRegex(@"^(?<name>\S.*?) +(?<value>\d+)$")]
    private static partial Regex Figure();
}
