using System.Runtime.CompilerServices;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must equal one of the given ones.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAnyAsync(messages, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAnyOf" />
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAnyAsync(messages, Waiting.Async, cancellationToken);

    /// <summary>Takes as many messages as are given, which must be those, in whatever order.</summary>
    /// <returns>The messages as they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectMsgAllOf((IReadOnlyCollection<T>)messages);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])" />
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        ExpectMsgAllOf(max, (IReadOnlyCollection<T>)messages);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])" />
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllAsync(messages, RemainingOrDefault, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])" />
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllAsync(messages, RemainingOrDilated(max), Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])" />
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllAsync(messages, RemainingOrDefault, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])" />
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllAsync(messages, RemainingOrDilated(max), Waiting.Async, cancellationToken);

    /// <summary>Takes as many messages as there are predicates, each of which must hold for one of them, and one for each.</summary>
    /// <returns>The messages as they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(predicates, CancellationToken.None);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])" />
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(max, predicates, CancellationToken.None);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])" />
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        ExpectAllMatchingAsync(predicates, RemainingOrDefault, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])" />
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        ExpectAllMatchingAsync(predicates, RemainingOrDilated(max), Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])" />
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        ExpectAllMatchingAsync(predicates, RemainingOrDefault, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])" />
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        ExpectAllMatchingAsync(predicates, RemainingOrDilated(max), Waiting.Async, cancellationToken);

    private async ValueTask<T> ExpectAnyAsync<T>(IEnumerable<T> messages, Waiting waiting, CancellationToken cancellationToken)
    {
        var timeout = AtLeastZero(RemainingOrDefault);
        var taken = await TakeAsync(timeout, waiting, cancellationToken).ConfigureAwait(false);
        _assertions.AssertTrue(
            taken is not null, "Timeout {0} during waiting for ExpectMsgAnyOf waiting for ({1})", timeout, string.Join(", ", messages));
        if (taken!.Message is T message && messages.Contains(message)) return message;
        _assertions.Fail("not found {0}, expected any of ({1})", taken.Message, string.Join(", ", messages));
        throw new InvalidOperationException("Fail of the test framework's assertions must throw.");
    }

    private async IAsyncEnumerable<T> ExpectAllAsync<T>(
        IReadOnlyCollection<T> messages, TimeSpan max, Waiting waiting, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var received = new List<object>();
        await foreach (var message in TakeSeveralAsync(messages.Count, max, waiting, cancellationToken).ConfigureAwait(false)) received.Add(message);
        AssertNothingMissing(
            messages.Where(expected => !received.Exists(message => Equals(message, expected))).Cast<object?>(),
            received.Where(message => !messages.Any(expected => Equals(message, expected))));
        foreach (var message in received) yield return (T)message;
    }

    private async IAsyncEnumerable<object> ExpectAllMatchingAsync(
        IReadOnlyCollection<PredicateInfo> predicates, TimeSpan max, Waiting waiting, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var received = new List<object>();
        await foreach (var message in TakeSeveralAsync(predicates.Count, max, waiting, cancellationToken).ConfigureAwait(false)) received.Add(message);
        AssertNothingMissing(
            predicates.Where(predicate => !received.Exists(predicate.Holds)),
            received.Where(message => !predicates.Any(predicate => predicate.Holds(message))));
        foreach (var message in received) yield return message;
    }

    private void AssertNothingMissing(IEnumerable<object?> missing, IEnumerable<object> unexpected)
    {
        var (lacking, extra) = (string.Join(", ", missing), string.Join(", ", unexpected));
        if (lacking.Length == 0 && extra.Length == 0) return;
        string[] complaints = [lacking.Length > 0 ? $"not found [{lacking}]" : "", extra.Length > 0 ? $"found unexpected [{extra}]" : ""];
        _assertions.AssertTrue(false, "{0}", string.Join(", ", complaints.Where(complaint => complaint.Length > 0)));
    }
}
