namespace Akka.TestKit;

/// <summary>
/// Applies event filters to what is logged while a block runs, and for a while after it. An <c>Expect…</c> fails the test unless exactly as many
/// events come as are expected; it waits for them, or where none is expected for the whole while, after the block: for the timeout, dilated; where
/// there is none, for what remains of the innermost <c>Within</c>, else for <c>akka.test.filter-leeway</c>, dilated. What a filter catches is not
/// printed.
/// </summary>
public interface IEventFilterApplier
{
    /// <summary>Adds another filter: an event counts where any of them catches it.</summary>
    EventFilterFactory And { get; }

    /// <summary>Expects one event.</summary>
    void ExpectOne(Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    /// <returns>What the block returns.</returns>
    T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    /// <returns>What the block returns.</returns>
    T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    /// <returns>What the block returns.</returns>
    Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event.</summary>
    /// <returns>What the block returns.</returns>
    Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    /// <returns>What the block returns.</returns>
    T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    /// <returns>What the block returns.</returns>
    T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    /// <returns>What the block returns.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many events.</summary>
    /// <returns>What the block returns.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps events from being printed while the block runs.</summary>
    /// <returns>What the block returns.</returns>
    T Mute<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps events from being printed while the block runs.</summary>
    void Mute(Action action, CancellationToken cancellationToken = default);

    /// <summary>Keeps events from being printed from now on, until what it returns is told otherwise.</summary>
    IUnmutableFilter Mute();

    /// <summary>Keeps events from being printed while the block runs.</summary>
    /// <returns>What the block returns.</returns>
    Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps events from being printed while the block runs.</summary>
    Task MuteAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Keeps events from being printed while the block runs.</summary>
    Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default);
}
