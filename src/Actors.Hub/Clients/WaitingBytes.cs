namespace Actors.Hub.Clients;

/// <summary>What the datagrams that wait for one listener's slow service may take of memory, all endpoints together.</summary>
internal sealed class WaitingBytes
{
    // 100,000 endpoints with a message of 500 bytes each.
    private const long Capacity = 64 * 1024 * 1024;

    private long _taken;

    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= Capacity)
        {
            return true;
        }

        Give(bytes);
        return false;
    }

    public void Give(int bytes) => Interlocked.Add(ref _taken, -bytes);
}
