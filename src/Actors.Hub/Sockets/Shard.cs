using System.Diagnostics;
using Actors.Datagrams;

namespace Actors.Hub.Sockets;

/// <summary>
/// One of a listener's sockets and the thread that receives from it. It outlives the restarts of its <see cref="SocketActor"/>, so the port
/// is never given up and nothing that arrives meanwhile is lost.
/// </summary>
/// <param name="listener">Whose it is.</param>
/// <param name="socket">The socket; from now on the shard's to close.</param>
/// <param name="name">The listener's name, from the second shard on with the shard's number.</param>
/// <param name="pool">Where leases come from.</param>
internal sealed class Shard(Listener listener, IDatagramSocket socket, string name, DatagramPool pool) : IDisposable
{
    // Datagrams that come one by one take a batch each. 256 batches are some 140 KB, and wait while a line is sent to very many members.
    private const int Batches = 256;

    // While the actors have the leases, the kernel's buffer is the queue: it holds some 5,000 datagrams. For half of the default grace at
    // most: a heartbeat that waits so long is still in time. Less than a batch of leases is none: what finds no lease is dropped.
    private static readonly TimeSpan WaitForLeases = TimeSpan.FromMilliseconds(250);
    private readonly int _leasesForABatch = Math.Min(UdpReceiveLoop.DefaultBatchCapacity, pool.Capacity / 4);

    private UdpReceiveLoop? _loop;
    private volatile bool _isClosed;

    public Listener Listener => listener;

    /// <summary><c>chat</c>, <c>chat.2</c>, …: no listener's name has a dot.</summary>
    public string Name => name;

    public IDatagramSocket Socket => socket;

    /// <summary>Batches that the thread can fill now.</summary>
    public int BatchesFree => Volatile.Read(ref _loop)?.BatchesFree ?? 0;

    /// <summary>Datagrams dropped, because the thread failed to hand them on.</summary>
    public long Dropped => Volatile.Read(ref _loop)?.Dropped ?? 0;

    /// <summary>Starts the thread.</summary>
    /// <param name="deliver">Gets each batch and owns it.</param>
    /// <param name="clock">Stamps datagrams; the same clock as the actors read.</param>
    /// <param name="failed">Hears of exceptions that should not have been; the thread goes on.</param>
    public void Start(Action<DatagramBatch> deliver, Func<DateTimeOffset> clock, Action<Exception> failed)
    {
        var loop = new UdpReceiveLoop(socket, pool, DeliverAndWait, clock, $"receive {name}", Batches);
        loop.Failed += failed;
        Volatile.Write(ref _loop, loop);
        loop.Start();

        void DeliverAndWait(DatagramBatch batch)
        {
            deliver(batch);
            var since = Stopwatch.GetTimestamp();
            for (var wait = default(SpinWait); !HasLeases && Stopwatch.GetElapsedTime(since) < WaitForLeases; wait.SpinOnce())
            {
            }
        }
    }

    private bool HasLeases => _isClosed || pool.Free >= _leasesForABatch;

    /// <summary>Closes the socket, which ends the thread.</summary>
    public void Dispose()
    {
        _isClosed = true;
        socket.Dispose();
        _loop?.Dispose();
    }
}
