using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must be of the type.</summary>
    /// <param name="duration">The maximum duration.</param>
    /// <param name="hint">Is part of the failure's message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, null, hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must equal the given one; sequences are compared item by item.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Equal(message, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type and fulfil the predicate.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Fulfilling(isMessage, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type, and lets the action assert about it.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, (message, _) => assert(message), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type and with its sender fulfil the predicate.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Fulfilling(isMessageAndSender, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type, and lets the action assert about it and its sender.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, assertMessageAndSender, hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must equal the given one by the comparer (expected, actual).</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsg<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, EqualBy(expected, comparer, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, null, hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(T, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Equal(message, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Predicate{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Fulfilling(isMessage, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Action{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, (message, _) => assert(message), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Func{T, IActorRef, bool}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Fulfilling(isMessageAndSender, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Action{T, IActorRef}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, assertMessageAndSender, hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(T, Func{T, T, bool}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgAsync<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, EqualBy(expected, comparer, hint), hint, Waiting.Async, cancellationToken);

    /// <summary>Takes the next message, which must be the <see cref="Terminated"/> of the target; it has to be watched.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Of(target, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectTerminated" />
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, Of(target, hint), hint, Waiting.Async, cancellationToken);

    private async ValueTask<T> ExpectAsync<T>(
        TimeSpan? max, Action<T, IActorRef>? verify, string? hint, Waiting waiting, CancellationToken cancellationToken)
    {
        var timeout = AtLeastZero(RemainingOrDilated(max));
        LogCall("Expecting message of type {0}. {1}", typeof(T), hint);
        var taken = await TakeAsync(timeout, waiting, cancellationToken).ConfigureAwait(false);
        if (taken is null) _assertions.Fail("Failed: Timeout {0} while waiting for a message of type {1} {2}", timeout, typeof(T), hint ?? "");
        if (taken!.Message is not T message)
        {
            _assertions.Fail(
                "Failed: Expected a message of type {0}, but received {{{2}}} (type {1}) instead {3} from {4}",
                typeof(T), taken.Message?.GetType(), taken.Message, hint ?? "", taken.Sender);
            throw new InvalidOperationException("Fail of the test framework's assertions must throw.");
        }

        verify?.Invoke(message, taken.Sender);
        return message;
    }

    private Action<T, IActorRef> Equal<T>(T expected, string? hint) =>
        (message, _) => _assertions.AssertEqual(expected, message, hint ?? "");

    private Action<T, IActorRef> EqualBy<T>(T expected, Func<T, T, bool> comparer, string? hint) =>
        (message, _) => _assertions.AssertEqual(expected, message, comparer, hint ?? "");

    private Action<T, IActorRef> Fulfilling<T>(Predicate<T> isMessage, string? hint) =>
        (message, sender) => AssertFulfilled(isMessage(message), message, sender, hint);

    private Action<T, IActorRef> Fulfilling<T>(Func<T, IActorRef, bool> isMessageAndSender, string? hint) =>
        (message, sender) => AssertFulfilled(isMessageAndSender(message, sender), message, sender, hint);

    private Action<Terminated, IActorRef> Of(IActorRef target, string? hint) => (terminated, _) => _assertions.AssertTrue(
        Equals(target, terminated.ActorRef), "Expected {0} to be terminated, but it was {1}. {2}", target, terminated.ActorRef, hint ?? "");

    private void AssertFulfilled<T>(bool isFulfilled, T message, IActorRef sender, string? hint) => _assertions.AssertTrue(
        isFulfilled,
        "Got a message of the expected type <{0}> from {1}. Also expected {2} but the message {{{3}}} did not match",
        typeof(T), sender, hint ?? "the predicate to return true", message);
}
