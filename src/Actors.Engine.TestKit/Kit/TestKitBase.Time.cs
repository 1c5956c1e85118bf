using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // When the innermost Within ends; null outside of any.
    private TimeSpan? _end;

    /// <summary>What remains of the innermost <c>Within</c>; negative once it is over.</summary>
    /// <exception cref="InvalidOperationException">There is no <c>Within</c>.</exception>
    public TimeSpan Remaining =>
        _end is { } end ? end - Now : throw new InvalidOperationException("""Remaining may not be called outside of "within".""");

    /// <summary><see cref="Remaining"/>, or the dilated <c>akka.test.single-expect-default</c> outside of any <c>Within</c>.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(_settings.SingleExpectDefault));

    /// <summary>Multiplies by <c>akka.test.timefactor</c>; what is infinite stays so.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration.IsInfinite() ? duration : duration * _settings.TestTimeFactor;

    /// <summary>The dilated duration, or <see cref="RemainingOrDefault"/> where there is none.</summary>
    /// <exception cref="ArgumentException">The duration is infinite.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (duration is not { } given) return RemainingOrDefault;
        return given.IsInfinite() ? throw new ArgumentException("max duration cannot be infinite", nameof(duration)) : Dilated(given);
    }

    /// <summary>The timeout as it is, or the dilated <c>akka.test.single-expect-default</c> where there is none.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? Dilated(_settings.SingleExpectDefault);

    /// <summary><see cref="Remaining"/>, or the duration outside of any <c>Within</c>.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? end - Now : duration;

    /// <summary>What an event filter waits where it is given no time.</summary>
    internal TimeSpan RemainingOrLeeway(TimeSpan leeway) => RemainingOr(Dilated(leeway));

    // A Within that is over leaves a negative rest; to the waits below a negative time would mean for ever.
    private static TimeSpan AtLeastZero(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
