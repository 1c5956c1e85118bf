using System.Globalization;

namespace Actors.Benchmarks.Yardsticks;

/// <summary><c>serve</c>: this program as one of the servers that the hub is measured against. It serves until it is ended.</summary>
internal static class Yardstick
{
    internal const string Usage = "serve plain|batched|empty-host [--port N]";

    internal static async Task<int> Serve(string[] args)
    {
        var port = args is [_, _, "--port", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 0;
        switch (args.ElementAtOrDefault(1))
        {
            case "plain":
                PlainLoop.Serve(port);
                return 0;
            case "batched":
                BatchedLoop.Serve(port);
                return 0;
            case "empty-host":
                await EmptyHost.Serve();
                return 0;
            default:
                Console.Error.WriteLine($"usage: Actors.Benchmarks {Usage}");
                return 2;
        }
    }

    /// <summary>The Python server's text, to be given to python3 -c.</summary>
    internal static string Python()
    {
        using var stream = typeof(Yardstick).Assembly.GetManifestResourceStream("Actors.Benchmarks.Yardsticks.group_chat.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
