using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // A block that is still running this long after its maximum has not only woken up late.
    private static readonly TimeSpan Overrun = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the block, which must not take longer; examinations in it that are given no time share what remains.</summary>
    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)" />
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)" />
    public void Within(
        TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within<object?>(
            min,
            max,
            () =>
            {
                action();
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)" />
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>
    /// Runs the block, which must take between the minimum and the maximum; examinations in it that are given no time share what remains. Where the
    /// block ends with <c>ExpectNoMsg</c> or <c>ReceiveWhile</c>, it may take longer.
    /// </summary>
    /// <param name="min">The minimum duration, not dilated.</param>
    /// <param name="max">The maximum duration, dilated; what remains of an enclosing one, where that is less.</param>
    /// <param name="function">The block.</param>
    /// <param name="hint">Is part of the failure's message.</param>
    /// <param name="epsilonValue">By how much the maximum may be exceeded: 15 % of it, and at least 50 ms, by default.</param>
    /// <param name="cancellationToken">Ends it before the block is run.</param>
    public T Within<T>(
        TimeSpan min, TimeSpan max, Func<T> function, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var block = Enter(min, max, hint);
        T result;
        try
        {
            result = function();
        }
        finally
        {
            _end = block.OuterEnd;
        }

        AssertTook(block, min, hint, epsilonValue);
        return result;
    }

    /// <inheritdoc cref="WithinAsync{T}(TimeSpan, TimeSpan, Func{Task{T}}, string, TimeSpan?, CancellationToken)" />
    public Task WithinAsync(TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="WithinAsync{T}(TimeSpan, TimeSpan, Func{Task{T}}, string, TimeSpan?, CancellationToken)" />
    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync<object?>(
            min,
            max,
            async () =>
            {
                await actionAsync().ConfigureAwait(false);
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    /// <inheritdoc cref="WithinAsync{T}(TimeSpan, TimeSpan, Func{Task{T}}, string, TimeSpan?, CancellationToken)" />
    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>
    /// As <see cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>; does not wait for a block that is still running
    /// once the maximum is over.
    /// </summary>
    /// <exception cref="AggregateException">The block failed; what it threw is the inner exception.</exception>
    public async Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var block = Enter(min, max, hint);
        Task<T> running;
        try
        {
            running = function();
            await ((Task)running).WaitAsync(block.Max + Overrun, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _end = block.OuterEnd;
        }

        if (running.IsFaulted) throw new AggregateException(running.Exception.InnerExceptions);
        if (!running.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _assertions.Fail("Failed: Block was still running after {0}, exceeding {1}. {2}", Now - block.Start, block.Max, hint ?? "");
        }

        var result = await running.ConfigureAwait(false);
        AssertTook(block, min, hint, epsilonValue);
        return result;
    }

    private readonly record struct Block(TimeSpan Start, TimeSpan Max, TimeSpan? OuterEnd);

    private Block Enter(TimeSpan min, TimeSpan max, string? hint)
    {
        max = Dilated(max);
        max.EnsureIsPositiveFinite(nameof(max));
        var start = Now;
        var left = _end - start ?? TimeSpan.MaxValue;
        _assertions.AssertTrue(left >= min, "Required min time {0} not possible, only {1} left. {2}", min, left, hint ?? "");
        var block = new Block(start, max < left ? max : left, _end);
        _end = start + block.Max;
        _lastWasNoMsg = false;
        return block;
    }

    private void AssertTook(Block block, TimeSpan min, string? hint, TimeSpan? epsilon)
    {
        var took = Now - block.Start;
        if (took < min) _assertions.Fail("Failed: Block took {0}, should have at least been {1}. {2}", took, min, hint ?? "");
        if (_lastWasNoMsg) return;
        var tolerance = epsilon ?? TimeSpan.FromMilliseconds(Math.Max(50, 0.15 * block.Max.TotalMilliseconds));
        if (took > block.Max + tolerance) _assertions.Fail("Failed: Block took {0}, exceeding {1}. {2}", took, block.Max, hint ?? "");
    }
}
