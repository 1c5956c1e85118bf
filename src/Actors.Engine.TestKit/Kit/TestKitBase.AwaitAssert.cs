using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // How often a condition or an assertion is tried again where the test does not say: Akka.NET's documentation, "Built-In Assertions".
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Tries the assertion until it does not throw; when the time is over, what it threw last is the test's failure.</summary>
    /// <param name="assertion">Runs at least once.</param>
    /// <param name="duration">The maximum duration.</param>
    /// <param name="interval">The pause before the next try, not dilated: 100 ms by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitAssert(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        TryAgainAsync(AsAsync(assertion), duration, interval, Waiting.Blocking, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="AwaitAssert" />
    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        TryAgainAsync(AsAsync(assertion), duration, interval, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="AwaitAssert" />
    public Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        TryAgainAsync(assertion, duration, interval, Waiting.Async, cancellationToken);

    private static Func<Task> AsAsync(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    // The awaits keep the caller's context: each try runs where the test's implicit sender is.
    private async Task TryAgainAsync(
        Func<Task> assertion, TimeSpan? duration, TimeSpan? interval, Waiting waiting, CancellationToken cancellationToken)
    {
        var pause = interval ?? DefaultInterval;
        pause.EnsureIsPositiveFinite(nameof(interval));
        var start = Now;
        var end = start + RemainingOrDilated(duration);
        for (var attempts = 1; ; attempts++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Now + pause >= end)
            {
                LogCall("AwaitAssert failed after {0} attempts and {1}", attempts, Now - start);
                throw;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogCall("AwaitAssert failed, try {0}: {1}", attempts, failure.Message);
            }

            await waiting.PauseAsync(pause, cancellationToken);
        }
    }
}
