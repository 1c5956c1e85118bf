using System.Collections.Concurrent;
using System.Collections.Immutable;
using Actors.Datagrams;

namespace Actors.Hub.Tests;

/// <summary>A socket without a network: a test says what arrives, and reads what was sent to each peer.</summary>
internal sealed class FakeSocket : IDatagramSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BlockingCollection<(EndpointKey From, byte[] Bytes)[]> _arriving = [];
    private readonly ConcurrentDictionary<EndpointKey, BlockingCollection<string>> _sent = [];
    private readonly CancellationTokenSource _closed = new();
    private ImmutableDictionary<EndpointKey, SendRefusal> _refused = ImmutableDictionary<EndpointKey, SendRefusal>.Empty;
    private int _faults;

    public EndpointKey LocalEndpoint { get; } = Peers.At("127.0.0.1:9999");

    public DatagramPath Path => DatagramPath.Portable;

    public int ReceiveBufferBytes => 0;

    public DatagramSocketStatistics Statistics { get; } = new();

    public bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Called before each datagram is sent, on the sender's thread.</summary>
    public Action<EndpointKey>? Sending { get; set; }

    public void Arrive(EndpointKey from, string latin1) => Arrive((from, latin1));

    /// <summary>Several datagrams in one batch.</summary>
    public void Arrive(params (EndpointKey From, string Latin1)[] datagrams) =>
        _arriving.Add([.. datagrams.Select(datagram => (datagram.From, Peers.Bytes(datagram.Latin1)))]);

    /// <summary>What the peer gets next; fails when nothing comes.</summary>
    public string Next(EndpointKey peer)
    {
        Assert.True(SentTo(peer).TryTake(out var text, Patience), $"nothing was sent to {peer}");
        return text;
    }

    /// <summary>Whether something was sent to the peer that the test has not read.</summary>
    public bool HasMore(EndpointKey peer) => SentTo(peer).Count > 0;

    /// <summary>From now on, the system refuses to send to the peer.</summary>
    public void Refuse(EndpointKey peer, SendRefusal refusal) => _refused = _refused.SetItem(peer, refusal);

    /// <summary>The next call of Send throws, as no socket should.</summary>
    public void FailOnce() => Interlocked.Increment(ref _faults);

    public int Receive(DatagramBatch batch, DatagramPool pool, Func<DateTimeOffset> clock, CancellationToken stop = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, _closed.Token);
        try
        {
            foreach (var (from, bytes) in _arriving.Take(ended.Token))
            {
                Assert.True(pool.TryRent(out var datagram));
                datagram.Fill(from, bytes, clock());
                batch.Add(datagram);
            }

            return batch.Count;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    public SendResult Send(ReadOnlySpan<byte> payload, EndpointKey to)
    {
        Sending?.Invoke(to);
        if (Interlocked.Exchange(ref _faults, 0) > 0)
        {
            throw new InvalidOperationException("the socket has a bug");
        }

        if (IsClosed)
        {
            return new SendResult(SendRefusal.Closed);
        }

        if (_refused.TryGetValue(to, out var refusal))
        {
            return new SendResult(refusal);
        }

        SentTo(to).Add(Peers.Text(payload));
        return new SendResult(SendRefusal.None);
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to)
    {
        var summary = default(SendSummary);
        foreach (var endpoint in to)
        {
            summary.Add(Send(payload, endpoint).Refusal);
        }

        return summary;
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        var summary = default(SendSummary);
        for (var i = 0; i < to.Length; i++)
        {
            refusals[i] = Send(payload, to[i]).Refusal;
            summary.Add(refusals[i]);
        }

        return summary;
    }

    /// <summary>How often many were sent to at once.</summary>
    public int Calls { get; private set; }

    public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count)
    {
        Calls++;
        var summary = default(SendSummary);
        foreach (var endpoint in to.Endpoints.Slice(first, count))
        {
            for (var i = 0; i < payloads.Count; i++)
            {
                summary.Add(Send(payloads[i], endpoint).Refusal);
            }
        }

        return summary;
    }

    public void Dispose() => _closed.Cancel();

    private BlockingCollection<string> SentTo(EndpointKey peer) => _sent.GetOrAdd(peer, _ => []);
}
