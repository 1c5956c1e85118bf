namespace Akka.TestKit;

/// <summary>
/// What a test actor has received and the test has not yet looked at. Filled by the actor, emptied by the test, which may wait by blocking its
/// thread or asynchronously.
/// </summary>
internal sealed class MessageEnvelopeQueue
{
    private readonly LinkedList<MessageEnvelope> _envelopes = new();
    private TaskCompletionSource? _arrival;

    public bool IsEmpty
    {
        get
        {
            lock (_envelopes) return _envelopes.Count == 0;
        }
    }

    /// <summary>Adds what arrived.</summary>
    public void Enqueue(MessageEnvelope envelope)
    {
        lock (_envelopes) _envelopes.AddLast(envelope);
        Announce();
    }

    /// <summary>Gives back what was taken, to be the next one taken.</summary>
    public void PutBack(MessageEnvelope envelope)
    {
        lock (_envelopes) _envelopes.AddFirst(envelope);
        Announce();
    }

    /// <summary>Takes everything.</summary>
    public IReadOnlyList<MessageEnvelope> Drain()
    {
        lock (_envelopes)
        {
            MessageEnvelope[] all = [.. _envelopes];
            _envelopes.Clear();
            return all;
        }
    }

    /// <summary>
    /// The next envelope, removed; null where none came in time. A negative timeout waits for ever, zero does not wait.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before an envelope came.</exception>
    public ValueTask<MessageEnvelope?> TakeAsync(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken) =>
        NextAsync(remove: true, timeout, waiting, cancellationToken);

    /// <summary>As <see cref="TakeAsync"/>, but the envelope stays the next one.</summary>
    public ValueTask<MessageEnvelope?> PeekAsync(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken) =>
        NextAsync(remove: false, timeout, waiting, cancellationToken);

    private ValueTask<MessageEnvelope?> NextAsync(bool remove, TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return waiting == Waiting.Blocking
            ? new ValueTask<MessageEnvelope?>(WaitBlocking(remove, timeout, cancellationToken))
            : WaitAsync(remove, timeout, cancellationToken);
    }

    private MessageEnvelope? WaitBlocking(bool remove, TimeSpan timeout, CancellationToken cancellationToken)
    {
        lock (_envelopes)
        {
            if (Next(remove) is { } there) return there;
        }

        if (timeout == TimeSpan.Zero) return null;
        using var loan = PoolThreadLoan.Begin();
        using var wakeUp = cancellationToken.UnsafeRegister(
            static self =>
            {
                var envelopes = ((MessageEnvelopeQueue)self!)._envelopes;
                lock (envelopes) Monitor.PulseAll(envelopes);
            },
            this);
        var deadline = Deadline.In(timeout);
        lock (_envelopes)
        {
            MessageEnvelope? next;
            while ((next = Next(remove)) is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var left = deadline.TimeLeft;
                if (left == TimeSpan.Zero) return null;
                Monitor.Wait(_envelopes, left);
            }

            return next;
        }
    }

    private async ValueTask<MessageEnvelope?> WaitAsync(bool remove, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var deadline = Deadline.In(timeout);
        while (true)
        {
            Task arrival;
            lock (_envelopes)
            {
                if (Next(remove) is { } next) return next;
                _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                arrival = _arrival.Task;
            }

            var left = deadline.TimeLeft;
            if (left == TimeSpan.Zero) return null;
            await arrival.WaitAsync(left, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private MessageEnvelope? Next(bool remove)
    {
        var next = _envelopes.First?.Value;
        if (remove && next is not null) _envelopes.RemoveFirst();
        return next;
    }

    private void Announce()
    {
        TaskCompletionSource? arrival;
        lock (_envelopes)
        {
            Monitor.PulseAll(_envelopes);
            (arrival, _arrival) = (_arrival, null);
        }

        arrival?.SetResult();
    }
}
