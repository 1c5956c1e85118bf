using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

public partial class InternalEventFilterApplier
{
    // How long a logger that takes no part in counting is waited for: one that is not a TestEventListener never answers.
    private static readonly TimeSpan ListenerAnswers = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs the block with the filters in force and, where a number is expected, waits for it and fails the test without.</summary>
    protected T Intercept<T>(
        Func<T> func,
        ActorSystem system,
        TimeSpan? timeout,
        int? expectedOccurrences,
        MatchedEventHandler? matchedEventHandler = null,
        CancellationToken cancellationToken = default)
    {
        var handler = matchedEventHandler ?? new MatchedEventHandler();
        Begin(system, handler);
        try
        {
            var result = func();
            var patience = Patience(timeout);
            if (!AwaitDone(patience, expectedOccurrences, handler, cancellationToken)) Fail(system, patience, expectedOccurrences, handler);
            return result;
        }
        finally
        {
            End(system, handler);
        }
    }

    /// <inheritdoc cref="Intercept" />
    protected async Task<T> InterceptAsync<T>(
        Func<Task<T>> func,
        ActorSystem system,
        TimeSpan? timeout,
        int? expectedOccurrences,
        MatchedEventHandler? matchedEventHandler = null,
        CancellationToken cancellationToken = default)
    {
        var handler = matchedEventHandler ?? new MatchedEventHandler();
        Begin(system, handler);
        try
        {
            var result = await func();
            var patience = Patience(timeout);
            if (!await AwaitDoneAsync(patience, expectedOccurrences, handler, cancellationToken))
                Fail(system, patience, expectedOccurrences, handler);
            return result;
        }
        finally
        {
            End(system, handler);
        }
    }

    /// <summary>Waits until so many events have been caught; where none is expected, for the whole time.</summary>
    /// <returns>Whether it was that number, or no number is expected.</returns>
    protected bool AwaitDone(
        TimeSpan timeout, int? expectedOccurrences, MatchedEventHandler matchedEventHandler, CancellationToken cancellationToken = default) =>
        AwaitCountAsync(timeout, expectedOccurrences, matchedEventHandler, Waiting.Blocking, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="AwaitDone" />
    protected Task<bool> AwaitDoneAsync(
        TimeSpan timeout, int? expectedOccurrences, MatchedEventHandler matchedEventHandler, CancellationToken cancellationToken = default) =>
        AwaitCountAsync(timeout, expectedOccurrences, matchedEventHandler, Waiting.Async, cancellationToken);

    /// <summary>"message" or "messages".</summary>
    protected static string GetMessageString(int number) => number == 1 ? "message" : "messages";

    private void Begin(ActorSystem system, MatchedEventHandler handler)
    {
        foreach (var filter in _filters) filter.EventMatched += handler.HandleEvent;
        system.EventStream.Publish(new TestEvent.Mute(_filters));
    }

    private void End(ActorSystem system, MatchedEventHandler handler)
    {
        foreach (var filter in _filters) filter.EventMatched -= handler.HandleEvent;
        system.EventStream.Publish(new TestEvent.Unmute(_filters));
    }

    private TimeSpan Patience(TimeSpan? timeout) =>
        timeout is { } given ? _testkit.Dilated(given) : _testkit.RemainingOrLeeway(_testkit.TestKitSettings.TestEventFilterLeeway);

    private async Task<bool> AwaitCountAsync(
        TimeSpan timeout, int? expected, MatchedEventHandler handler, Waiting waiting, CancellationToken cancellationToken)
    {
        if (expected is not { } count) return true;
        var deadline = Deadline.In(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero);
        while (count == 0 ? handler.ReceivedCount == 0 : handler.ReceivedCount < count)
        {
            var left = deadline.TimeLeft;
            if (left == TimeSpan.Zero) return handler.ReceivedCount == count;
            await waiting.PauseAsync(left < Interval ? left : Interval, cancellationToken);
        }

        // Events are counted in the listener's turn: what was logged together with the last one may still be on its way there.
        await UntilListenerHasSeenAllAsync(waiting, cancellationToken);
        return handler.ReceivedCount == count;
    }

    private async Task UntilListenerHasSeenAllAsync(Waiting waiting, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _system.EventStream.Publish(new SeenAll(seen));
        if (waiting == Waiting.Blocking) seen.Task.Wait(ListenerAnswers, cancellationToken);
        else await Task.WhenAny(seen.Task, Task.Delay(ListenerAnswers, cancellationToken));
    }

    private void Fail(ActorSystem system, TimeSpan timeout, int? expected, MatchedEventHandler handler)
    {
        var (received, filters) = (handler.ReceivedCount, string.Join(",", _filters));
        var tooMany = received - expected;
        var message = tooMany > 0
            ? $"Received {tooMany} {GetMessageString(tooMany.Value)} too many. Expected {expected} {GetMessageString(expected!.Value)} "
                + $"but received {received} that matched filter [{filters}]"
            : $"Timeout ({timeout}) while waiting for messages. Only received {received}/{expected} messages that matched filter [{filters}]";
        var assertions = system.HasExtension<TestKitAssertionsProvider>()
            ? TestKitAssertionsExtension.For(system).Assertions
            : _testkit.FrameworkAssertions;
        assertions.AssertTrue(false, "{0}", message);
    }
}
