using Actors.Datagrams;
using Actors.Hub.Observing;

namespace Actors.Hub.Sockets;

/// <summary>
/// A listener's socket and the thread that receives from it. It outlives the restarts of its <see cref="SocketActor"/>, so the port is
/// never given up and nothing that arrives meanwhile is lost.
/// </summary>
internal sealed class Listener(BoundListener bound, DatagramPool pool, ListenerWatch watch, Outbox outbox, OwnEndpoints own) : IDisposable
{
    // Datagrams that come one by one take a batch each. 256 batches are some 140 KB, and wait while a line is sent to very many members.
    private const int Batches = 256;

    private UdpReceiveLoop? _loop;
    private volatile bool _isHushed;

    public ListenerOptions Options => bound.Options;

    public IDatagramSocket Socket => bound.Socket;

    public ListenerWatch Watch => watch;

    /// <summary>What waits to be sent, and how it is sent; the actor's alone.</summary>
    public Outbox Outbox => outbox;

    /// <summary>What no peer's datagram can come from.</summary>
    public OwnEndpoints Own => own;

    /// <summary>Whether what peers have said is dropped and counted, since the hub has its last word to say.</summary>
    public bool IsHushed => _isHushed;

    /// <summary>Datagrams dropped, because the actor kept every batch.</summary>
    public long Dropped => Volatile.Read(ref _loop)?.Dropped ?? 0;

    /// <summary>Starts the thread.</summary>
    /// <param name="deliver">Gets each batch and owns it.</param>
    /// <param name="clock">Stamps datagrams; the same clock as the actors read.</param>
    /// <param name="failed">Hears of exceptions that should not have been; the thread goes on.</param>
    public void Start(Action<DatagramBatch> deliver, Func<DateTimeOffset> clock, Action<Exception> failed)
    {
        var loop = new UdpReceiveLoop(bound.Socket, pool, deliver, clock, $"receive {Options.Name}", Batches);
        loop.Failed += failed;
        Volatile.Write(ref _loop, loop);
        loop.Start();
    }

    /// <summary>Makes way for the hub's last word: see <see cref="IsHushed"/>.</summary>
    public void Hush() => _isHushed = true;

    /// <summary>Closes the socket, which ends the thread.</summary>
    public void Dispose()
    {
        bound.Socket.Dispose();
        _loop?.Dispose();
    }
}
