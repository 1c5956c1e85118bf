namespace Akka.Actor;

/// <summary>The clocks of a scheduler: the one that virtual time moves, and the two that only ever go forward.</summary>
public interface ITimeProvider
{
    /// <summary>The scheduler's time, UTC. Virtual under a test scheduler.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time since the process's clock began; never goes back. May be coarser than <see cref="HighResMonotonicClock"/>.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>Time since the process's clock began, at the resolution of the hardware's counter; never goes back.</summary>
    TimeSpan HighResMonotonicClock { get; }
}
