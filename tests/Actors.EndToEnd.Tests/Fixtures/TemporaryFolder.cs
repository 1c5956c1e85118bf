namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>An empty folder of a test's own, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("actors-").FullName;

    /// <summary>
    /// A folder to start a server in that opens nothing but a chat, on a free port: its own hub.conf wins over the one beside the
    /// executable, whose ports may be somebody else's.
    /// </summary>
    public static TemporaryFolder WithChatOnly()
    {
        var folder = new TemporaryFolder();
        folder.Write("hocon/hub.conf", "hub.listeners.chat.port = 0\n");
        return folder;
    }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
