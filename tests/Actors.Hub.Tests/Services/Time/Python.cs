using System.Diagnostics;
using System.Text;

namespace Actors.Hub.Tests.Services.Time;

/// <summary>Python's <c>time.strftime</c>, which is the C library's.</summary>
internal static class Python
{
    // A line in is SECONDS HEX, a line out is HEX: formats and times may hold newlines.
    private const string Program = """
        import sys, time
        for line in sys.stdin:
            seconds, form = line.rstrip('\n').split(' ')
            print(time.strftime(bytes.fromhex(form).decode(), time.localtime(int(seconds))).encode().hex())
        """;

    public static bool IsHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));

    /// <summary>Each time in its format, by the clock of a zone, in the C locale.</summary>
    public static IReadOnlyList<string> Strftime(string zone, IReadOnlyList<(long Seconds, string Format)> questions)
    {
        var start = new ProcessStartInfo("python3", ["-c", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        (start.Environment["TZ"], start.Environment["LC_ALL"], start.Environment["PYTHONUTF8"]) = (zone, "C", "1");
        using var python = Process.Start(start)!;
        var answers = python.StandardOutput.ReadToEndAsync();
        foreach (var (seconds, format) in questions)
        {
            python.StandardInput.Write($"{seconds} {Convert.ToHexString(Encoding.UTF8.GetBytes(format))}\n");
        }

        python.StandardInput.Close();
        return [.. answers.GetAwaiter().GetResult().Split('\n')[..^1].Select(hex => Encoding.UTF8.GetString(Convert.FromHexString(hex)))];
    }
}
