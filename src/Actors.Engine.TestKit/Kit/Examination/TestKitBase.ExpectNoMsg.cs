namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // Waking up late is no fault of a block that ends by waiting for nothing: its Within does not check the maximum.
    private bool _lastWasNoMsg;

    /// <summary>
    /// No message must come: for what remains of the innermost <c>Within</c>, else for the dilated <c>akka.test.single-expect-default</c>.
    /// One that has come before and was not taken fails it, too.
    /// </summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        ExpectNoneAsync(RemainingOrDefault, Waiting.Blocking, cancellationToken).Result();

    /// <summary>No message must come for that long (dilated).</summary>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNoneAsync(Dilated(duration), Waiting.Blocking, cancellationToken).Result();

    /// <summary>No message must come for that long (dilated).</summary>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)" />
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        ExpectNoneAsync(RemainingOrDefault, Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)" />
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNoneAsync(Dilated(duration), Waiting.Async, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(int, CancellationToken)" />
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask ExpectNoneAsync(TimeSpan duration, Waiting waiting, CancellationToken cancellationToken)
    {
        LogCall("Expect no message during {0}", duration);
        var start = Now;
        var taken = await TakeAsync(AtLeastZero(duration), waiting, cancellationToken).ConfigureAwait(false);
        _assertions.AssertFalse(
            taken is not null, "Failed: Expected no messages during {0}, instead we received {1} after {2}", duration, taken, Now - start);
        _lastWasNoMsg = true;
    }
}
