using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>See <see cref="IEventFilterApplier"/>. This part has the public methods, each a call of one that does the work.</summary>
public partial class InternalEventFilterApplier : IEventFilterApplier
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>Applies the filters to what the system logs.</summary>
    public InternalEventFilterApplier(TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = system;
        _filters = filters;
    }

    /// <inheritdoc />
    public EventFilterFactory And => new(_testkit, _system, _filters);

    /// <inheritdoc />
    public void ExpectOne(Action action, CancellationToken cancellationToken = default) => Expect(1, action, cancellationToken);

    /// <inheritdoc />
    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, action, cancellationToken);

    /// <inheritdoc />
    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) => Expect(1, func, cancellationToken);

    /// <inheritdoc />
    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, func, cancellationToken);

    /// <inheritdoc />
    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default) => ExpectOneAsync(AsAsync(action), cancellationToken);

    /// <inheritdoc />
    public Task ExpectOneAsync(Func<Task> action, CancellationToken cancellationToken = default) => ExpectAsync(1, action, cancellationToken);

    /// <inheritdoc />
    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    /// <inheritdoc />
    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) => ExpectAsync(1, func, cancellationToken);

    /// <inheritdoc />
    public Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, func, cancellationToken);

    /// <inheritdoc />
    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Intercept(AsFunction(action), _system, null, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(AsFunction(action), _system, timeout, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(func, _system, null, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(func, _system, timeout, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        InterceptAsync(AsFunction(actionAsync), _system, null, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        InterceptAsync(AsFunction(actionAsync), _system, timeout, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, timeout, AsAsync(action), cancellationToken);

    /// <inheritdoc />
    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        InterceptAsync(AsFunction(action), _system, timeout, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        InterceptAsync(func, _system, null, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public Task<T> ExpectAsync<T>(int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        InterceptAsync(func, _system, timeout, expectedCount, null, cancellationToken);

    /// <inheritdoc />
    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(func, _system, null, null, null, cancellationToken);

    /// <inheritdoc />
    public void Mute(Action action, CancellationToken cancellationToken = default) => Mute(AsFunction(action), cancellationToken);

    /// <inheritdoc />
    public IUnmutableFilter Mute()
    {
        _system.EventStream.Publish(new TestEvent.Mute(_filters));
        return new InternalUnmutableFilter(_filters, _system);
    }

    /// <inheritdoc />
    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        InterceptAsync(func, _system, null, null, null, cancellationToken);

    /// <inheritdoc />
    public Task MuteAsync(Action action, CancellationToken cancellationToken = default) => MuteAsync(AsAsync(action), cancellationToken);

    /// <inheritdoc />
    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) => MuteAsync(AsFunction(action), cancellationToken);

    private static Func<object?> AsFunction(Action action) => () =>
    {
        action();
        return null;
    };

    private static Func<Task<object?>> AsFunction(Func<Task> action) => async () =>
    {
        await action();
        return null;
    };

    private static Func<Task> AsAsync(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
