using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Waits until the condition is fulfilled.</summary>
    /// <param name="conditionIsFulfilled">Asked at least once, then at each interval.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until the condition is fulfilled.</summary>
    /// <param name="conditionIsFulfilled">Asked at least once, then at each interval.</param>
    /// <param name="max">The maximum duration.</param>
    /// <param name="interval">The pause before it is asked again, not dilated: 100 ms by default.</param>
    /// <param name="message">Is part of the failure's message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        PollAsync(AsAsync(conditionIsFulfilled), RemainingOrDilated(max), interval, FailWith(message), null, Waiting.Blocking, cancellationToken)
            .GetAwaiter().GetResult();

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(AsAsync(conditionIsFulfilled), null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(AsAsync(conditionIsFulfilled), max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(AsAsync(conditionIsFulfilled), max, interval, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        PollAsync(conditionIsFulfilled, RemainingOrDilated(max), interval, FailWith(message), null, Waiting.Async, cancellationToken);

    /// <summary>Waits until the condition is fulfilled.</summary>
    /// <returns>Whether it was, in time.</returns>
    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)" />
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        PollAsync(AsAsync(conditionIsFulfilled), RemainingOrDilated(max), interval, null, null, Waiting.Blocking, cancellationToken)
            .GetAwaiter().GetResult();

    /// <inheritdoc cref="AwaitConditionNoThrow" />
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitConditionNoThrowAsync(AsAsync(conditionIsFulfilled), max, interval, cancellationToken);

    /// <inheritdoc cref="AwaitConditionNoThrow" />
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        PollAsync(conditionIsFulfilled, RemainingOrDilated(max), interval, null, null, Waiting.Async, cancellationToken);

    /// <summary>Waits until the condition is fulfilled.</summary>
    /// <param name="conditionIsFulfilled">Asked at least once, then at each interval.</param>
    /// <param name="max">The maximum duration, not dilated.</param>
    /// <param name="interval">The pause before it is asked again: 100 ms by default.</param>
    /// <param name="fail">Called with a format and its arguments where it is not fulfilled in time.</param>
    /// <param name="logger">Is told, at debug level, how the wait went.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was fulfilled, in time.</returns>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object?[]>? fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default) =>
        PollAsync(AsAsync(conditionIsFulfilled), max, interval, fail, logger, Waiting.Blocking, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="InternalAwaitCondition(Func{bool}, TimeSpan, TimeSpan?, Action{string, object[]}, ILoggingAdapter, CancellationToken)" />
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object?[]>? fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitCondition(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    /// <inheritdoc cref="InternalAwaitCondition(Func{bool}, TimeSpan, TimeSpan?, Action{string, object[]}, ILoggingAdapter, CancellationToken)" />
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object?[]>? fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default) =>
        PollAsync(conditionIsFulfilled, max, interval, fail, logger, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="InternalAwaitCondition(Func{bool}, TimeSpan, TimeSpan?, Action{string, object[]}, ILoggingAdapter, CancellationToken)" />
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object?[]>? fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitConditionAsync(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    private static Func<Task<bool>> AsAsync(Func<bool> condition) => () => Task.FromResult(condition());

    private Action<string, object?[]> FailWith(string? message) => (format, args) =>
        _assertions.Fail(format + (message is null ? "" : " Message: {1}"), [.. args, message]);

    // The awaits keep the caller's context: the condition is asked where the test's implicit sender is.
    private static async Task<bool> PollAsync(
        Func<Task<bool>> condition,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object?[]>? fail,
        ILoggingAdapter? logger,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var pause = interval ?? DefaultInterval;
        pause.EnsureIsPositiveFinite(nameof(interval));
        var start = Now;
        var end = start + max;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await condition())
            {
                logger?.Debug("Condition fulfilled after {0}", Now - start);
                return true;
            }

            var left = end - Now;
            if (left <= TimeSpan.Zero)
            {
                logger?.Debug("Timeout {0} expired while waiting for condition", max);
                fail?.Invoke("Timeout {0} expired while waiting for condition.", [max]);
                return false;
            }

            await waiting.PauseAsync(left < pause ? left : pause, cancellationToken);
        }
    }
}
