namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message; null where none comes in time.</summary>
    /// <param name="max">
    /// How long to wait, not dilated; null waits the dilated <c>akka.test.single-expect-default</c>, a negative one for ever.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        TryReceiveOne(out var envelope, max, cancellationToken) ? envelope.Message : null;

    /// <inheritdoc cref="ReceiveOne" />
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await TakeAsync(max, Waiting.Async, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Takes the next message with its sender; false where none comes in time. For <paramref name="max"/> see <see cref="ReceiveOne"/>.</summary>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var taken = TakeAsync(max, Waiting.Blocking, cancellationToken).Result();
        envelope = taken!;
        return taken is not null;
    }

    /// <inheritdoc cref="TryReceiveOne" />
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var taken = await TakeAsync(max, Waiting.Async, cancellationToken).ConfigureAwait(false);
        return (taken is not null, taken!);
    }

    /// <summary>Looks at the next message and leaves it; null where none comes in time. For <paramref name="max"/> see <see cref="ReceiveOne"/>.</summary>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        PeekAsync(max, Waiting.Blocking, cancellationToken).Result()?.Message;

    /// <summary>Looks at the next message and leaves it, waiting for it for ever.</summary>
    public object? PeekOne(CancellationToken cancellationToken) => PeekOne(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="PeekOne(TimeSpan?, CancellationToken)" />
    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await PeekAsync(max, Waiting.Async, cancellationToken).ConfigureAwait(false))?.Message;

    /// <inheritdoc cref="PeekOne(CancellationToken)" />
    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) => PeekOneAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>As <see cref="TryReceiveOne"/>, but leaves the message.</summary>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        var next = PeekAsync(max, Waiting.Blocking, cancellationToken).Result();
        envelope = next!;
        return next is not null;
    }

    /// <inheritdoc cref="TryPeekOne" />
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(TimeSpan? max, CancellationToken cancellationToken)
    {
        var next = await PeekAsync(max, Waiting.Async, cancellationToken).ConfigureAwait(false);
        return (next is not null, next!);
    }

    /// <summary>Takes that many messages.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        TakeSeveralAsync(numberOfMessages, RemainingOrDefault, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)" />
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        TakeSeveralAsync(numberOfMessages, RemainingOrDilated(max), Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)" />
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        TakeSeveralAsync(numberOfMessages, RemainingOrDefault, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)" />
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        TakeSeveralAsync(numberOfMessages, RemainingOrDilated(max), Waiting.Async, cancellationToken);

    private async ValueTask<MessageEnvelope?> TakeAsync(TimeSpan? max, Waiting waiting, CancellationToken cancellationToken)
    {
        var timeout = GetTimeoutOrDefault(max);
        LogCall("Trying to receive message from TestActor queue within {0}", timeout);
        var taken = await _queue.TakeAsync(timeout, waiting, cancellationToken).ConfigureAwait(false);
        _lastWasNoMsg = false;
        _last = taken ?? NullMessageEnvelope.Instance;
        return taken;
    }

    private async ValueTask<MessageEnvelope?> PeekAsync(TimeSpan? max, Waiting waiting, CancellationToken cancellationToken)
    {
        var next = await _queue.PeekAsync(GetTimeoutOrDefault(max), waiting, cancellationToken).ConfigureAwait(false);
        _lastWasNoMsg = false;
        _last = next ?? NullMessageEnvelope.Instance;
        return next;
    }

    private async IAsyncEnumerable<object> TakeSeveralAsync(
        int count, TimeSpan max, Waiting waiting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Now;
        for (var received = 0; received < count; received++)
        {
            var taken = await TakeAsync(AtLeastZero(start + max - Now), waiting, cancellationToken).ConfigureAwait(false);
            _assertions.AssertTrue(
                taken is not null, "Timeout ({0}) while expecting {1} messages. Only got {2} after {3}.", max, count, received, Now - start);
            yield return taken!.Message;
        }
    }
}
