using Actors.Backplane.RabbitMq.Wire;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// Hears what comes to the node's queue. The broker hands over at most <see cref="Unacknowledged"/> messages ahead of our word on them; we
/// give it for many at once, and what was without it when a connection ended comes again in the next.
/// </summary>
internal sealed class Listener : AsyncDefaultBasicConsumer
{
    /// <summary>At 20,000 messages a second 25 ms of them, more than a round trip.</summary>
    public const ushort Unacknowledged = 500;

    // Four words for each handful of Unacknowledged.
    private const ulong AckEvery = Unacknowledged / 4;

    private readonly string _probeKey;
    private readonly TimeProvider _time;
    private readonly Action<object> _heard;
    private readonly Action<string> _rejected;
    private readonly TaskCompletionSource<string> _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ulong _last;
    private ulong _acknowledged;
    private long _heardAt;

    public Listener(
        IChannel channel, string probeKey, TimeProvider time, Action<object> heard, Action<string> rejected, CancellationToken stop)
        : base(channel)
    {
        (_probeKey, _time, _heard, _rejected, _stop) = (probeKey, time, heard, rejected, stop);
        _heardAt = time.GetTimestamp();
    }

    /// <summary>How long nothing has come, not even what the node says to itself.</summary>
    public TimeSpan Silence => _time.GetElapsedTime(Volatile.Read(ref _heardAt));

    /// <summary>Completes when the broker will hand over nothing more: somebody deleted the queue.</summary>
    public Task<string> Cancelled => _cancelled.Task;

    public override async Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        ForgiveSilence();
        if (routingKey == _probeKey)
        {
            Volatile.Write(ref _last, deliveryTag);
            return;
        }

        if (!Body.TryRead(body.Span, out var content, out var why))
        {
            await RejectAsync(deliveryTag, why).ConfigureAwait(false);
            return;
        }

        _heard(content!);
        Volatile.Write(ref _last, deliveryTag);
        if (deliveryTag - Volatile.Read(ref _acknowledged) >= AckEvery) await AcknowledgeAsync().ConfigureAwait(false);
    }

    /// <summary>Silence begins anew.</summary>
    public void ForgiveSilence() => Volatile.Write(ref _heardAt, _time.GetTimestamp());

    public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        _cancelled.TrySetResult("the broker ended the queue");
        return Task.CompletedTask;
    }

    /// <summary>Gives our word for all that was heard; also called now and then, so that the last few do not wait for more.</summary>
    public Task AcknowledgeAsync() => InTurnAsync(AcknowledgeHeardAsync);

    /// <summary>Not to be put back into the queue: it would come for ever.</summary>
    private Task RejectAsync(ulong deliveryTag, string why)
    {
        _rejected(why);
        return InTurnAsync(async () =>
        {
            // A word for many must not end at one that has had its own: the broker closes the channel over it.
            await AcknowledgeHeardAsync().ConfigureAwait(false);
            Volatile.Write(ref _last, deliveryTag);
            Volatile.Write(ref _acknowledged, deliveryTag);
            await Channel.BasicRejectAsync(deliveryTag, requeue: false, _stop).ConfigureAwait(false);
        });
    }

    private async Task AcknowledgeHeardAsync()
    {
        var last = Volatile.Read(ref _last);
        if (last == _acknowledged) return;
        Volatile.Write(ref _acknowledged, last);
        await Channel.BasicAckAsync(last, multiple: true, _stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Our words leave one after the other: one that another overtook is about messages that the broker has had ours on, and it closes the
    /// channel over it.
    /// </summary>
    private async Task InTurnAsync(Func<Task> say)
    {
        await _turn.WaitAsync(_stop).ConfigureAwait(false);
        try
        {
            await say().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
