using System.Diagnostics;
using System.Text;
using Xunit.Sdk;

namespace Actors.Client.Tests.Fixtures;

/// <summary>
/// The built client as a process of its own: under a pipe, or under a pseudo-terminal that <c>script</c> (util-linux) makes.
/// </summary>
internal sealed class ClientProgram : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly Process _process;

    private ClientProgram(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["SHELL"] = "/bin/sh";
        _process = Process.Start(start)!;
        Copy(_process.StandardOutput, Output);
        Copy(_process.StandardError, Errors);
    }

    public Captured Output { get; } = new();

    public Captured Errors { get; } = new();

    private static string Client => Path.Combine(AppContext.BaseDirectory, "Actors.Client.dll");

    public static ClientProgram UnderPipe(params string[] args) => new("dotnet", [Client, .. args]);

    public static ClientProgram UnderTerminal(params string[] args) =>
        new("script",
            ["-qefc", $"stty rows 24 cols 80; exec dotnet '{Client}' {string.Join(' ', args.Select(arg => $"'{arg}'"))}", "/dev/null"]);

    public void Write(string text)
    {
        _process.StandardInput.Write(text);
        _process.StandardInput.Flush();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>SIGINT, as Ctrl+C sends it.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, once it has ended.</summary>
    public int Ends() => _process.WaitForExit(Bound.Time)
        ? _process.ExitCode
        : throw new XunitException($"The client does not end.\n{Output.Text}\n{Errors.Text}");

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Copy(StreamReader from, Captured to) => new Thread(() =>
    {
        var buffer = new char[4_096];
        try
        {
            for (var read = from.Read(buffer); read > 0; read = from.Read(buffer)) to.Write(buffer, 0, read);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
    })
    { IsBackground = true }.Start();
}
