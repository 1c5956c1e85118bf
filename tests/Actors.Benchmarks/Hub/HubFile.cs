namespace Actors.Benchmarks.Hub;

/// <summary>The configuration of a hub that is measured: a chat on a free port, room for a million, everything else as usual.</summary>
internal static class HubFile
{
    private const string Text = """
        hub {
          limits.members-per-room = 1000000
          listeners { chat { host = 127.0.0.1, port = 0, room = lobby } }
        }
        """;

    /// <summary>Where it is, beside this program.</summary>
    internal static string Path { get; } = Write();

    private static string Write()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "hub-under-test.conf");
        File.WriteAllText(path, Text);
        return path;
    }
}
