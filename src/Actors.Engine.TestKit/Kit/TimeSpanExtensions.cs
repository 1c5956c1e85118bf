namespace Akka.TestKit.Internal;

/// <summary>What the test kit asks of durations. Infinite is <see cref="Timeout.InfiniteTimeSpan"/>, or any other negative one.</summary>
public static class TimeSpanExtensions
{
    /// <summary>Whether it is negative.</summary>
    public static bool IsInfinite(this TimeSpan timeSpan) => timeSpan < TimeSpan.Zero;

    /// <summary>Whether it is there and negative.</summary>
    public static bool IsInfinite(this TimeSpan? timeSpan) => timeSpan is { } given && given.IsInfinite();

    /// <summary>Whether it is <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public static bool IsInfiniteTimeout(this TimeSpan timeSpan) => timeSpan == Timeout.InfiniteTimeSpan;

    /// <summary>Whether it is there and <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public static bool IsInfiniteTimeout(this TimeSpan? timeSpan) => timeSpan is { } given && given.IsInfiniteTimeout();

    /// <summary>Whether it is greater than zero.</summary>
    public static bool IsPositiveFinite(this TimeSpan timeSpan) => timeSpan > TimeSpan.Zero;

    /// <summary>Whether it is there and greater than zero.</summary>
    public static bool IsPositiveFinite(this TimeSpan? timeSpan) => timeSpan is { } given && given.IsPositiveFinite();

    /// <summary>Whether it is not there.</summary>
    public static bool IsUndefined(this TimeSpan? timeSpan) => timeSpan is null;

    /// <summary>Whether it is zero.</summary>
    public static bool IsZero(this TimeSpan timeSpan) => timeSpan == TimeSpan.Zero;

    /// <summary>Whether it is there and zero.</summary>
    public static bool IsZero(this TimeSpan? timeSpan) => timeSpan is { } given && given.IsZero();

    /// <summary>Lets only what is greater than zero pass.</summary>
    /// <exception cref="ArgumentException">It is zero or infinite.</exception>
    public static void EnsureIsPositiveFinite(this TimeSpan timeSpan, string parameterName)
    {
        if (!timeSpan.IsPositiveFinite())
            throw new ArgumentException($"The timespan must be greater than zero. Actual value: {timeSpan}", parameterName);
    }

    /// <summary>The smaller one; null and infinite are greater than anything.</summary>
    public static TimeSpan Min(this TimeSpan a, TimeSpan? b)
    {
        if (b is not { } other || other.IsInfinite()) return a;
        return a.IsInfinite() || other < a ? other : a;
    }
}
