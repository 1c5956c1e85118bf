namespace Actors.Datagrams.Capture.Internal;

/// <summary>
/// What waits to be written: bounded in number and bytes, which count until they are written. Many threads add and never wait for the one
/// that takes, which takes all there is. Nothing is done while the lock is held but to count.
/// </summary>
internal sealed class CaptureQueue(int maxEntries, long maxBytes)
{
    private readonly object _gate = new(); // not a Lock: the taker waits for a pulse
    private List<CaptureEntry> _waiting = [];
    private bool _isClosed;
    private long _bytes;
    private int _entries;

    /// <summary>Makes room for an entry; false when there is none, or it is closed.</summary>
    public bool TryReserve(int bytes)
    {
        lock (_gate)
        {
            if (_isClosed || _entries == maxEntries || _bytes + bytes > maxBytes)
            {
                return false;
            }

            _entries++;
            _bytes += bytes;
            return true;
        }
    }

    /// <summary>Adds an entry that has its room; false when it was closed meanwhile.</summary>
    public bool TryAdd(in CaptureEntry entry)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _waiting.Add(entry);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    /// <summary>Waits for entries, and takes all there are.</summary>
    /// <param name="entries">An empty list, which is exchanged for them.</param>
    /// <returns>False when it is closed and empty.</returns>
    public bool Take(ref List<CaptureEntry> entries)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            (entries, _waiting) = (_waiting, entries);
            return entries.Count > 0;
        }
    }

    /// <summary>Gives back the room of an entry.</summary>
    public void Free(int bytes)
    {
        lock (_gate)
        {
            _entries--;
            _bytes -= bytes;
        }
    }

    /// <summary>Takes no more; what is in it can still be taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }
}
