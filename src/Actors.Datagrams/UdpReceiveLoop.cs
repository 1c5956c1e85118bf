using Actors.Datagrams.Internal;

namespace Actors.Datagrams;

/// <summary>
/// A thread that receives from one socket and delivers batches. The batches are fixed in number, so memory is bounded, whatever their
/// receiver does: while it keeps them all, the loop waits for one, and the kernel's receive buffer is the queue; what it drops when it is
/// full is <see cref="DatagramSocketStatistics.KernelDropped"/>. Nothing ends the thread but <see cref="Dispose"/> and the closing of the
/// socket; an unexpected exception is counted and reported by <see cref="Failed"/>, and the loop goes on.
/// </summary>
/// <remarks>
/// The loop does not own the socket: a receiver that starts anew disposes its loop, and makes another one on the same socket, whose port
/// was never free.
/// </remarks>
public sealed class UdpReceiveLoop : IDisposable
{
    /// <summary>How many delivered batches may be out at once, unless told otherwise.</summary>
    public const int DefaultBatches = 16;

    /// <summary>
    /// How many datagrams a batch holds, unless told otherwise: enough to make the cost of a system call and of a message small for each.
    /// </summary>
    public const int DefaultBatchCapacity = 64;

    private static readonly TimeSpan MostToJoin = TimeSpan.FromSeconds(1);

    private readonly IDatagramSocket _socket;
    private readonly DatagramPool _pool;
    private readonly Action<DatagramBatch> _deliver;
    private readonly Func<DateTimeOffset> _clock;
    private readonly BatchStore _store;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private int _started;
    private long _failures;
    private long _dropped;
    private long _batchesDelivered;

    /// <summary>Makes a loop; <see cref="Start"/> starts its thread.</summary>
    /// <param name="socket">The socket; stays its owner's.</param>
    /// <param name="pool">Where the leases come from; loops may share one.</param>
    /// <param name="deliver">Gets each batch, and owns it then, on the loop's thread: it hands it on and returns soon. When it throws, the
    /// batch is still the loop's.</param>
    /// <param name="clock">The time to stamp datagrams with.</param>
    /// <param name="name">The name of the thread.</param>
    /// <param name="batches">How many delivered batches may be out at once, 1 or more.</param>
    /// <param name="batchCapacity">How many datagrams a batch holds at most, 1 or more.</param>
    public UdpReceiveLoop(
        IDatagramSocket socket,
        DatagramPool pool,
        Action<DatagramBatch> deliver,
        Func<DateTimeOffset> clock,
        string name,
        int batches = DefaultBatches,
        int batchCapacity = DefaultBatchCapacity)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(deliver);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 1);
        _socket = socket;
        _pool = pool;
        _deliver = deliver;
        _clock = clock;
        _store = new BatchStore(batches, batchCapacity);
        _thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    /// <summary>
    /// An exception that should not have been: from the receiver, or from the socket. Raised on the loop's thread, which goes on
    /// afterwards.
    /// </summary>
    public event Action<Exception>? Failed;

    /// <summary>
    /// Whether the thread runs: started, not disposed, and the socket open (that it was closed it notices when it has a batch to receive
    /// into).
    /// </summary>
    public bool IsRunning => _thread.IsAlive;

    /// <summary>How many unexpected exceptions there were.</summary>
    public long Failures => Volatile.Read(ref _failures);

    /// <summary>How many batches were delivered.</summary>
    public long BatchesDelivered => Volatile.Read(ref _batchesDelivered);

    /// <summary>
    /// How many batches are free: neither out nor received into. Long at 0, it says that the receiver is too slow, and the loop waits.
    /// </summary>
    public int BatchesFree => _store.Free;

    /// <summary>How many datagrams were received and then dropped, because their receiver threw, or the socket did.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Starts the thread.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("A receive loop is started once.");
        }

        _thread.Start();
    }

    /// <summary>
    /// Ends the thread and waits for it: about 25 ms, and at most 1 s when the receiver's callback does not return. The socket stays open.
    /// Batches that are out stay with their receiver, who may release them later.
    /// </summary>
    public void Dispose()
    {
        _stop.Cancel();
        _store.Close();
        if (_thread.IsAlive && Thread.CurrentThread != _thread)
        {
            _thread.Join(MostToJoin);
        }
    }

    private void Run()
    {
        var failuresInARow = 0;
        while (_store.Take() is { } batch)
        {
            try
            {
                if (_socket.Receive(batch, _pool, _clock, _stop.Token) == 0)
                {
                    batch.Release();
                    return;
                }

                _deliver(batch);
                Volatile.Write(ref _batchesDelivered, _batchesDelivered + 1);
                failuresInARow = 0;
            }
            catch (Exception e)
            {
                Report(e);
                Drop(batch);
                BackOff(++failuresInARow);
            }
        }
    }

    private void Drop(DatagramBatch batch)
    {
        Volatile.Write(ref _dropped, _dropped + batch.Count);
        try
        {
            batch.Discard();
        }
        catch (InvalidOperationException e)
        {
            Report(e); // a Debug build: the receiver released of it what was not its own any more when it threw
        }
    }

    private void Report(Exception exception)
    {
        Interlocked.Increment(ref _failures);
        try
        {
            Failed?.Invoke(exception);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _failures); // a handler that throws is one more failure, and there is nobody left to tell
        }
    }

    /// <summary>1 ms, 2, 4 … to 1 s: a fault that stays must not burn a core.</summary>
    private void BackOff(int failuresInARow) => _stop.Token.WaitHandle.WaitOne(1 << Math.Min(failuresInARow - 1, 10));
}
