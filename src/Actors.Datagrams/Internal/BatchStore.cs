namespace Actors.Datagrams.Internal;

/// <summary>A fixed number of batches, which go round between a receive loop and its receiver.</summary>
internal sealed class BatchStore
{
    private readonly object _gate = new();
    private readonly DatagramBatch[] _free;
    private int _freeCount;
    private bool _closed;

    public BatchStore(int batches, int batchCapacity)
    {
        _free = new DatagramBatch[batches];
        for (var i = 0; i < batches; i++)
        {
            _free[_freeCount++] = new DatagramBatch(batchCapacity, GiveBack);
        }
    }

    /// <summary>How many are not out.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
            {
                return _freeCount;
            }
        }
    }

    /// <summary>Takes an empty batch, and waits while all are out.</summary>
    /// <returns>Null when the store was closed.</returns>
    public DatagramBatch? Take()
    {
        lock (_gate)
        {
            while (_freeCount == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }

            if (_closed)
            {
                return null;
            }

            var batch = _free[--_freeCount];
            batch.TakeOut();
            return batch;
        }
    }

    /// <summary>Ends the wait for a batch; those that are out may still come back.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void GiveBack(DatagramBatch batch)
    {
        lock (_gate)
        {
            _free[_freeCount++] = batch;
            Monitor.Pulse(_gate);
        }
    }
}
