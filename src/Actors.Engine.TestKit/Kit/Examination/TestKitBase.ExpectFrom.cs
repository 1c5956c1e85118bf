using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must be of the type, from the sender.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, From<T>(sender), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must equal the given one, from the sender.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Equal(message, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type and fulfil the predicate, from the sender.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Fulfilling(isMessage, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type; both it and its sender must fulfil their predicates.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(isSender, hint) + Fulfilling(isMessage, hint), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type, from the sender, and lets the action assert about it.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Asserting(assertMessage), hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes the next message, which must be of the type, and lets the actions assert about its sender and about it.</summary>
    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)" />
    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(assertSender) + Asserting(assertMessage), hint, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, From<T>(sender), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, T, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Equal(message, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Predicate{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Fulfilling(isMessage, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(Predicate{IActorRef}, Predicate{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(isSender, hint) + Fulfilling(isMessage, hint), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Action{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(sender) + Asserting(assertMessage), hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(Action{IActorRef}, Action{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, From<T>(assertSender) + Asserting(assertMessage), hint, Waiting.Async, cancellationToken);

    private Action<T, IActorRef> From<T>(IActorRef expected) => (message, sender) => _assertions.AssertTrue(
        Equals(expected, sender),
        "Sender does not match. Got a message of the expected type <{0}>, {{{1}}}. Expected it to be sent by {2}, but it was sent by {3}",
        typeof(T), message, expected, sender);

    private Action<T, IActorRef> From<T>(Predicate<IActorRef> isSender, string? hint) => (message, sender) => _assertions.AssertTrue(
        isSender(sender),
        "Sender does not match. Got a message of the expected type <{0}>, {{{1}}}. Also expected {2} but the sender {3} did not match",
        typeof(T), message, hint ?? "the predicate to return true", sender);

    private static Action<T, IActorRef> From<T>(Action<IActorRef> assertSender) => (_, sender) => assertSender(sender);

    private static Action<T, IActorRef> Asserting<T>(Action<T> assertMessage) => (message, _) => assertMessage(message);
}
