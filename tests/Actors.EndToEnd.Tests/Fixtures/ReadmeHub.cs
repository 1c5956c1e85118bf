using System.Net;
using System.Net.Sockets;

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
        IsUsual = IsFree(Usual);
        Process = ServerProcess.Start(_folder.Path, IsUsual ? [] : ["--set", "hub.listeners.chat.port=0"]);
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

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
