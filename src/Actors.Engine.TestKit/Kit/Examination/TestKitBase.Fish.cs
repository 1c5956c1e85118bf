using System.Collections;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes messages until one matches.</summary>
    /// <param name="isMessage">Says whether a message matches.</param>
    /// <param name="max">The maximum duration.</param>
    /// <param name="hint">Is part of the failure's message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message that matched.</returns>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, null, max, hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Takes messages until one is of the type and matches; see <see cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, null, max, hint, Waiting.Blocking, cancellationToken).Result();

    /// <summary>Also clears <paramref name="allMessages"/>, then fills it with what came before the one that matched.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, allMessages, max, hint, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, null, max, hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, null, max, hint, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, ArrayList, TimeSpan?, string, CancellationToken)" />
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishAsync(isMessage, allMessages, max, hint, Waiting.Async, cancellationToken);

    /// <summary>Takes messages for the whole duration; fails as soon as one is of the type.</summary>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        bool IsNotOfType(object message)
        {
            _assertions.AssertFalse(message is T, "did not expect a message of type {0}", typeof(T));
            return true;
        }

        await foreach (var _ in ReceiveWhileAsync<object>(IsNotOfType, max: max, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Takes messages until none has come for a while.</summary>
    /// <param name="max">The while; for its default see <see cref="ReceiveOne"/>.</param>
    /// <param name="maxMessages">Fails where more come before; null is no limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, in a list that cannot be changed.</returns>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var messages = new ArrayList();
        while (true)
        {
            _assertions.AssertFalse(messages.Count > maxMessages, $"{nameof(maxMessages)} violated (current iteration: {messages.Count}).");
            if (await ReceiveOneAsync(max, cancellationToken).ConfigureAwait(false) is not { } message) return ArrayList.ReadOnly(messages);
            messages.Add(message);
        }
    }

    private async ValueTask<T> FishAsync<T>(
        Predicate<T> isMessage, ArrayList? others, TimeSpan? max, string? hint, Waiting waiting, CancellationToken cancellationToken)
    {
        others?.Clear();
        var timeout = RemainingOrDilated(max);
        var end = Now + timeout;
        while (true)
        {
            var taken = await TakeAsync(AtLeastZero(end - Now), waiting, cancellationToken).ConfigureAwait(false);
            _assertions.AssertTrue(taken is not null, "Timeout ({0}) during fishForMessage{1}", timeout, string.IsNullOrEmpty(hint) ? "" : $", hint: {hint}");
            if (taken!.Message is T message && isMessage(message)) return message;
            others?.Add(taken.Message);
        }
    }
}
