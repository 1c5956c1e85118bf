using System.Net;
using System.Net.Sockets;
using Actors.Client.Load;
using Actors.Client.Load.Linux;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Load;

public sealed class ReadySocketsTests : IDisposable
{
    private const long Second = 1_000_000_000;

    private readonly Socket[] _sockets = [.. Enumerable.Range(0, 5).Select(_ => Open())];

    public void Dispose() => Array.ForEach(_sockets, socket => socket.Dispose());

    [Fact]
    public void Selected_sockets_that_have_something_are_told() => Tell(sockets => new SelectedSockets(sockets));

    [LinuxFact]
    public void Sockets_watched_by_epoll_that_have_something_are_told() => Tell(sockets => new EpollSockets(sockets));

    private void Tell(Func<IReadOnlyList<Socket>, IReadySockets> watch)
    {
        using var watched = watch(_sockets);
        var ready = new int[_sockets.Length];
        Assert.Equal(0, watched.Wait(ready, 0));
        Assert.Equal(0, watched.Wait(ready, Second / 1_000));

        _sockets[0].SendTo("to 3"u8, _sockets[3].LocalEndPoint!);
        Assert.Equal(1, watched.Wait(ready, 20 * Second));
        Assert.Equal(3, ready[0]);

        _sockets[0].SendTo("to 1"u8, _sockets[1].LocalEndPoint!);
        Assert.Equal(2, watched.Wait(ready, 0));
        Assert.Equal([1, 3], ready.Take(2).Order());
        Assert.Equal(1, watched.Wait(ready.AsSpan(0, 1), 0));

        _sockets[1].Receive(new byte[10]);
        _sockets[3].Receive(new byte[10]);
        Assert.Equal(0, watched.Wait(ready, 0));
    }

    private static Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
