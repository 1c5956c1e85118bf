using System.Globalization;
using System.Text.Json;

namespace Actors.Benchmarks.Processes;

/// <summary>Runs <c>Actors.Client load</c> against a server, to its end.</summary>
internal static class LoadClient
{
    /// <summary>Runs one load.</summary>
    /// <param name="server">Against what.</param>
    /// <param name="arguments">Its options, as one writes them.</param>
    /// <param name="progress">Is told each second, with the phase.</param>
    /// <exception cref="InvalidOperationException">It measured nothing.</exception>
    internal static LoadResult Run(RunningServer server, string arguments, Action<string>? progress = null)
    {
        var target = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}");
        var pid = server.Pid.ToString(CultureInfo.InvariantCulture);
        using var process = Pinned.Start(
            Pinned.LoadsCore, Built.Dotnet, [Built.Client, "load", target, "--server-pid", pid, "--json", .. arguments.Split(' ')]);
        LoadResult? result = null;
        var last = "nothing said";
        while (process.StandardOutput.ReadLine() is { } line)
        {
            last = line;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            switch (root.GetProperty("event").GetString())
            {
                case "progress":
                    progress?.Invoke(root.GetProperty("phase").GetString()!);
                    break;
                case "load":
                    result = LoadResult.Of(root);
                    break;
            }
        }

        process.WaitForExit();
        return result ?? throw new InvalidOperationException($"load {arguments}: {last}");
    }
}
