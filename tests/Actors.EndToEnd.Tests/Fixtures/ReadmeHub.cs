using System.Net;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// A hub started as the README starts it: without an option, so on 127.0.0.1:9999. Where that port is somebody else's, on a free one, which
/// then stands in the README's programs too.
/// </summary>
public sealed class ReadmeHub : IDisposable
{
    private const int Usual = 9999;
    private readonly TemporaryFolder _folder = new();

    public ReadmeHub()
    {
        Process = ServerProcess.Start(_folder.Path);
        IsUsual = Process.Output.WaitForStart();
        if (!IsUsual)
        {
            // Refused for any other reason, it will be again.
            Process.Dispose();
            Process = ServerProcess.Start(_folder.Path, "--set", "hub.listeners.chat.port=0");
        }

        ReadyLine = Process.WaitUntilReady();
        Chat = Listener.Chat(ReadyLine);
    }

    public ServerProcess Process { get; }

    public string ReadyLine { get; }

    public IPEndPoint Chat { get; }

    /// <summary>Whether it listens on the README's own port.</summary>
    public bool IsUsual { get; }

    public string Here(string program) => program.Replace($"{Usual}", $"{Chat.Port}", StringComparison.Ordinal);

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }
}
