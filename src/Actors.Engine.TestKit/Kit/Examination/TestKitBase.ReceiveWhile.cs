using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// Takes messages as long as the filter gives something for them, the time lasts, and they are not too many. The first for which it gives null
    /// stays the next message. If this is the last examination of a <c>Within</c>, that may take longer than its maximum.
    /// </summary>
    /// <param name="filter">What to return for a message; null to stop before it.</param>
    /// <param name="max">The maximum duration.</param>
    /// <param name="idle">How long to wait for each message at most, not dilated; null for no limit.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, idle, msgs, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)" />
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, null, msgs, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)" />
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, idle, msgs, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes messages as long as the predicate holds; see the other overloads.</summary>
    /// <param name="shouldContinue">Says whether to take a message of the type.</param>
    /// <param name="max">The maximum duration.</param>
    /// <param name="idle">How long to wait for each message at most, not dilated; null for no limit.</param>
    /// <param name="msgs">How many messages to take at most, messages of other types included.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are taken and dropped; if not, the first of them ends it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)" />
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, idle, msgs, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)" />
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, null, msgs, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)" />
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(filter), max, idle, msgs, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Predicate{T}, TimeSpan?, TimeSpan?, int, bool, CancellationToken)" />
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(Filtered(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, Waiting.Async, cancellationToken);

    // What becomes of one message: the sequence stops before it, it is dropped, or it is an item.
    private enum Fate
    {
        Stop,
        Drop,
        Item,
    }

    private static Func<object, (Fate Fate, T Item)> Filtered<T>(Func<object, T?> filter) =>
        message => filter(message) is { } item ? (Fate.Item, item) : (Fate.Stop, default!);

    private static Func<object, (Fate Fate, T Item)> Filtered<T>(Predicate<T> shouldContinue, bool dropOtherTypes) => message => message switch
    {
        T typed => (shouldContinue(typed) ? Fate.Item : Fate.Stop, typed),
        _ => (dropOtherTypes ? Fate.Drop : Fate.Stop, default!),
    };

    private async IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, (Fate Fate, T Item)> judge,
        TimeSpan? max,
        TimeSpan? idle,
        int count,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Now + RemainingOrDilated(max);
        var lastTaken = _last;
        try
        {
            for (var received = 0; received < count; received++)
            {
                var left = AtLeastZero(end - Now);
                if (received > 0 && left == TimeSpan.Zero) break;
                var taken = await TakeAsync(left.Min(idle), waiting, cancellationToken).ConfigureAwait(false);
                if (taken is null) break;
                var (fate, item) = judge(taken.Message);
                if (fate == Fate.Stop)
                {
                    _queue.PutBack(taken);
                    break;
                }

                lastTaken = taken;
                if (fate == Fate.Item) yield return item;
            }
        }
        finally
        {
            _last = lastTaken;
            _lastWasNoMsg = true;
        }
    }
}
