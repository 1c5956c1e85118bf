using Actors.Datagrams;

namespace Actors.Hub.Tests.Memory;

/// <summary>A socket without a network that allocates nothing: the members say the same again and again, and what is sent is counted.</summary>
internal sealed class Treadmill : IDatagramSocket
{
    private readonly CancellationTokenSource _closed = new();
    private readonly ManualResetEventSlim _runs = new();
    private EndpointKey[] _speakers = [];
    private byte[] _text = [];
    private int _atOnce = 1;
    private int _left;
    private long _sent;

    public EndpointKey LocalEndpoint { get; } = Peers.At("127.0.0.1:9999");

    public DatagramPath Path => DatagramPath.Portable;

    public int ReceiveBufferBytes => 0;

    public DatagramSocketStatistics Statistics { get; } = new();

    public long Sent => Volatile.Read(ref _sent);

    /// <summary>Lets datagrams arrive, so many at once, from each speaker in turn; the next ones when all before were answered.</summary>
    public void Run(int datagrams, int atOnce, string text, params EndpointKey[] speakers)
    {
        (_speakers, _text, _atOnce) = (speakers, Peers.Bytes(text), atOnce);
        Volatile.Write(ref _left, datagrams);
        _runs.Set();
    }

    public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
    {
        while (!stop.IsCancellationRequested && !_closed.IsCancellationRequested)
        {
            _runs.Wait(TimeSpan.FromMilliseconds(25));
            if (pool.Free < pool.Capacity)
            {
                Thread.Yield(); // what came before is still on its way
                continue;
            }

            while (batch.Count < _atOnce && _left > 0 && pool.TryRent(out var datagram))
            {
                datagram.Fill(_speakers[_left-- % _speakers.Length], _text, clock());
                batch.Add(datagram);
            }

            if (batch.Count > 0)
            {
                return batch.Count;
            }

            _runs.Reset();
        }

        return 0;
    }

    public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to)
    {
        Interlocked.Increment(ref _sent);
        return new SendResult(SendRefusal.None);
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to) => Taken(to.Length);

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        refusals.Clear();
        return Taken(to.Length);
    }

    public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count) => Taken(payloads.Count * count);

    public void Dispose() => _closed.Cancel();

    private SendSummary Taken(int datagrams)
    {
        Interlocked.Add(ref _sent, datagrams);
        var summary = default(SendSummary);
        summary.Add(SendRefusal.None, datagrams);
        return summary;
    }
}
