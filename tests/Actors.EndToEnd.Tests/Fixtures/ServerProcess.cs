using System.Diagnostics;
using Xunit.Sdk;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// A program as a process of its own, the built server first of all, its three streams ours. Ended by its id, with all that it started.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(ProcessStartInfo start)
    {
        RealProcesses.TakeTurn();
        _process = Process.Start(start)!;
        Output = new Transcript(_process.StandardOutput.BaseStream, "stdout");
        Errors = new Transcript(_process.StandardError.BaseStream, "stderr");
    }

    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public int Id => _process.Id;

    public Transcript Output { get; }

    public Transcript Errors { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it and does not wait.</summary>
    public static ServerProcess Start(string folder, params IEnumerable<string> arguments) =>
        Run(Dotnet, folder, [Checkout.Server, .. arguments]);

    public static ServerProcess Run(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new ServerProcess(start);
    }

    /// <summary>Waits until the server says that it is ready; gives the line.</summary>
    public string WaitUntilReady() =>
        Output.WaitForLine("the ready line", line => line.StartsWith("ready:", StringComparison.Ordinal), otherwise: () => Errors.Text);

    public void Type(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for its end; gives the exit code.</summary>
    public int WaitForExit(TimeSpan? bound = null)
    {
        var within = bound ?? Wait.Bound;
        if (!_process.WaitForExit(within)) throw new XunitException($"Still running after {within.TotalSeconds} s.\n{Said()}");
        Output.ToEnd();
        Errors.ToEnd();
        return _process.ExitCode;
    }

    /// <summary>Both streams, for the message of a test that fails.</summary>
    public string Said() => $"stdout:\n{Output.Text}\nstderr:\n{Errors.Text}";

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(Wait.Bound);
        }

        _process.Dispose();
    }
}
