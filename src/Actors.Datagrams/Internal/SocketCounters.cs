namespace Actors.Datagrams.Internal;

/// <summary>A socket's counters. One thread receives, many send: the former adds plainly, the latter interlocked.</summary>
internal sealed class SocketCounters
{
    private readonly long[] _outcomes = new long[(int)SendRefusal.Other + 1];
    private long _received;
    private long _receivedBytes;
    private long _droppedPoolEmpty;
    private long _receiveErrors;
    private long _truncated;
    private long _segmentedSends;
    private long _segmentationFallbacks;

    public void Received(int datagrams, int bytes)
    {
        Volatile.Write(ref _received, _received + datagrams);
        Volatile.Write(ref _receivedBytes, _receivedBytes + bytes);
    }

    public void DroppedPoolEmpty() => Volatile.Write(ref _droppedPoolEmpty, _droppedPoolEmpty + 1);

    public void ReceiveError() => Volatile.Write(ref _receiveErrors, _receiveErrors + 1);

    public void Truncated() => Volatile.Write(ref _truncated, _truncated + 1);

    public SendResult Sent(SendRefusal refusal)
    {
        Interlocked.Increment(ref _outcomes[(int)refusal]);
        return new SendResult(refusal);
    }

    public void Sent(in SendSummary summary)
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            if (summary[(SendRefusal)i] is > 0 and var count)
            {
                Interlocked.Add(ref _outcomes[i], count);
            }
        }
    }

    public SendSummary Sent(in SendOutcome outcome)
    {
        Sent(outcome.Summary);
        if (outcome.SegmentedSends > 0)
        {
            Interlocked.Add(ref _segmentedSends, outcome.SegmentedSends);
        }

        if (outcome.SegmentationFallbacks > 0)
        {
            Interlocked.Add(ref _segmentationFallbacks, outcome.SegmentationFallbacks);
        }

        return outcome.Summary;
    }

    public SendSummary RefusedClosed(int datagrams)
    {
        var summary = new SendSummary();
        summary.Add(SendRefusal.Closed, datagrams);
        Sent(summary);
        return summary;
    }

    public DatagramSocketStatistics Read(long? kernelDropped) => new()
    {
        Received = Volatile.Read(ref _received),
        ReceivedBytes = Volatile.Read(ref _receivedBytes),
        DroppedPoolEmpty = Volatile.Read(ref _droppedPoolEmpty),
        Truncated = Volatile.Read(ref _truncated),
        KernelDropped = kernelDropped,
        ReceiveErrors = Volatile.Read(ref _receiveErrors),
        Sent = Outcome(SendRefusal.None),
        SegmentedSends = Interlocked.Read(ref _segmentedSends),
        SegmentationFallbacks = Interlocked.Read(ref _segmentationFallbacks),
        RefusedWouldBlock = Outcome(SendRefusal.WouldBlock),
        RefusedNoBuffers = Outcome(SendRefusal.NoBuffers),
        RefusedTooLong = Outcome(SendRefusal.TooLong),
        RefusedUnreachable = Outcome(SendRefusal.Unreachable),
        RefusedInvalidDestination = Outcome(SendRefusal.InvalidDestination),
        RefusedDenied = Outcome(SendRefusal.Denied),
        RefusedClosed = Outcome(SendRefusal.Closed),
        RefusedOther = Outcome(SendRefusal.Other),
    };

    private long Outcome(SendRefusal refusal) => Interlocked.Read(ref _outcomes[(int)refusal]);
}
