namespace Actors.Datagrams.Tests.Capture;

/// <summary>A disk of a test's: it can be slow without end, and it can be full.</summary>
internal sealed class StallingStream : MemoryStream
{
    private readonly ManualResetEventSlim _mayGoOn = new(initialState: true);
    private readonly ManualResetEventSlim _isWaitedFor = new();

    /// <summary>Bytes that it holds; a write beyond them is taken in part and then refused, as a disk does.</summary>
    public new int Capacity { get; init; } = int.MaxValue;

    public void Stall() => _mayGoOn.Reset();

    public void GoOn() => _mayGoOn.Set();

    public bool IsWaitedFor(TimeSpan within) => _isWaitedFor.Wait(within);

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (!_mayGoOn.IsSet)
        {
            _isWaitedFor.Set();
            _mayGoOn.Wait();
        }

        var fits = (int)Math.Min(count, Capacity - Length);
        base.Write(buffer, offset, fits);
        if (fits < count)
        {
            throw new IOException("No space left on device");
        }
    }
}
