namespace Actors.Datagrams.Internal;

/// <summary>A fixed number of batches, which go round between a receive loop and its receiver.</summary>
internal sealed class BatchStore
{
    private readonly object _gate = new();
    private readonly DatagramBatch[] _free;
    private int _freeCount;

    public BatchStore(int batches, int batchCapacity)
    {
        _free = new DatagramBatch[batches];
        for (var i = 0; i < batches; i++)
        {
            _free[_freeCount++] = new DatagramBatch(batchCapacity, GiveBack);
        }
    }

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

    /// <summary>Takes an empty batch; waits for one no longer than told.</summary>
    public DatagramBatch? TryTake(TimeSpan wait)
    {
        lock (_gate)
        {
            if (_freeCount == 0)
            {
                Monitor.Wait(_gate, wait);
            }

            if (_freeCount == 0)
            {
                return null;
            }

            var batch = _free[--_freeCount];
            batch.TakeOut();
            return batch;
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
